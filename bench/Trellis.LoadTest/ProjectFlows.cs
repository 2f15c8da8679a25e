using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Trellis.Server;

namespace Trellis.LoadTest;

/// <summary>
/// What takes more than one request of one kind: a job from its enqueueing until it is done, and files on their way up and down. The same
/// <see cref="HttpClient"/> asks the echo.
/// </summary>
internal sealed class ProjectFlows : IAsyncDisposable
{
    private const int Workers = 16;
    private const int FileLength = 32 << 20;
    private const int Rounds = 3;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(6);

    private readonly TrellisServer _server;
    private readonly WebApplication _echo;
    private readonly HttpClient _http;
    private readonly HttpClient _echoHttp;
    private readonly byte[] _file = new byte[FileLength];

    private ProjectFlows(TrellisServer server, WebApplication echo)
    {
        (_server, _echo) = (server, echo);
        _http = new HttpClient { BaseAddress = server.Url };
        _http.DefaultRequestHeaders.Add("X-Aerostack-Key", server.Credentials!.Reveal("aerostack", "apiKey"));
        _echoHttp = new HttpClient { BaseAddress = EchoServer.Address(echo) };
        Random.Shared.NextBytes(_file);
    }

    public static async Task<ProjectFlows> StartAsync() => new(await TrellisServer.StartAsync(new TrellisServerOptions { IsDurable = true }), await EchoServer.StartAsync());

    public async Task RunAsync(TextWriter output)
    {
        var (echo, jobs, up, down) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await RateAsync(EchoAsync, TimeSpan.FromSeconds(2));
        await RateAsync(JobAsync, TimeSpan.FromSeconds(2));
        for (var round = 0; round < Rounds; round++)
        {
            echo.Add(await RateAsync(EchoAsync, Span));
            jobs.Add(await RateAsync(JobAsync, Span));
            up.Add(await SpeedAsync(UploadAsync));
            down.Add(await SpeedAsync(DownloadAsync));
        }

        output.WriteLine(
            $"{Environment.ProcessorCount} cores shared by server and load, {RuntimeInformation.FrameworkDescription}, {Workers} at once, median of {Rounds} " +
            "interleaved runs. SQLite, synchronous=FULL; files are flushed before they are acknowledged.");
        output.WriteLine();
        output.WriteLine("| flow | a second | ratio to the echo |");
        output.WriteLine("| --- | ---: | ---: |");
        output.WriteLine($"| JSON echo, bare Kestrel, the same HttpClient | {Median.Of(echo):0} | 1.00 |");
        output.WriteLine($"| a job enqueued, taken and done: three durable writes | {Median.Of(jobs):0} | {Median.Of(jobs) / Median.Of(echo):0.00} |");
        output.WriteLine($"| upload of {FileLength >> 20} MiB, one at a time | {Median.Of(up):0} MB | |");
        output.WriteLine($"| download of {FileLength >> 20} MiB, one at a time | {Median.Of(down):0} MB | |");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _echoHttp.Dispose();
        await _server.DisposeAsync();
        await _echo.DisposeAsync();
    }

    private static async Task<double> RateAsync(Func<Task> flow, TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < span)
            {
                await flow();
                Interlocked.Increment(ref count);
            }
        }));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> SpeedAsync(Func<Task> transfer)
    {
        const int Times = 8;
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time++)
            await transfer();
        return Times * (double)FileLength / 1e6 / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task EchoAsync() => (await PostAsync(_echoHttp, "/echo", """{"Token":"a","Text":"hello","Number":7}""")).Dispose();

    private async Task JobAsync()
    {
        (await PostAsync(_http, "/v1/queue/enqueue", """{"type":"answer-ticket","data":{"ticket":17}}""")).Dispose();
        using var taken = await PostAsync(_http, "/v1/queue/take", """{"types":["answer-ticket"]}""");
        foreach (var job in taken.RootElement.GetProperty("jobs").EnumerateArray())
        {
            var (id, lease) = (job.GetProperty("id").GetString(), job.GetProperty("lease").GetString());
            (await PostAsync(_http, "/v1/queue/complete", $$"""{"jobId":"{{id}}","lease":"{{lease}}"}""")).Dispose();
        }
    }

    private async Task UploadAsync()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(_file), "file", "bench.bin" }, { new StringContent("bench.bin"), "key" } };
        using var response = await _http.PostAsync("/v1/storage/upload", form);
        response.EnsureSuccessStatusCode();
    }

    private async Task DownloadAsync()
    {
        using var ask = new StringContent("""{"key":"bench.bin"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/storage/get") { Content = ask };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }

    private static async Task<JsonDocument> PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.PostAsync(path, content);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
    }
}
