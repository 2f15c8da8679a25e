using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;
using Trellis.Server;

namespace Trellis.LoadTest.FanOuts;

/// <summary>Akshi's AG-UI stream: everybody reads it, and a finding that is posted changes the state that it tells of.</summary>
internal sealed class EventStreamFanOut : IFanOut
{
    private readonly TrellisServer _server;
    private readonly HttpClient _http;
    private readonly string _file;

    private EventStreamFanOut(TrellisServer server, string file)
    {
        (_server, _file) = (server, file);
        _http = new HttpClient { BaseAddress = server.Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Credentials!.Reveal("akshi", "token"));
    }

    /// <inheritdoc/>
    public string Name => "state change after a durable finding, server-sent events";

    public static async Task<EventStreamFanOut> StartAsync()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "[dashboard]\nrate_limit = 0\n");
        return new(
            await TrellisServer.StartAsync(new TrellisServerOptions
            {
                Configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["akshi:file"] = file }).Build(),
            }),
            file);
    }

    /// <inheritdoc/>
    public async Task<IListener> ListenAsync()
    {
        var stream = await _http.GetStreamAsync("/api/v1/agui/events");
        var listener = new Listener(new StreamReader(stream, Encoding.UTF8));
        await listener.WaitForAsync("event: STATE_SNAPSHOT");
        return listener;
    }

    /// <inheritdoc/>
    public async Task PublishAsync()
    {
        using var body = new StringContent("""{"source":"bench","severity":"info","summary":"hello"}""", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/api/v1/findings", body);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        File.Delete(_file);
    }

    private sealed class Listener(StreamReader reader) : IListener
    {
        public async Task<long> NextAsync()
        {
            await WaitForAsync("event: STATE_DELTA");
            return Stopwatch.GetTimestamp();
        }

        public async Task WaitForAsync(string line)
        {
            while (await reader.ReadLineAsync() is { } read)
            {
                if (read == line)
                    return;
            }

            throw new InvalidOperationException("The server closed the stream.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
