using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Cli;

/// <summary>Where files lie, and what becomes of them when the process ends without warning.</summary>
public sealed class BlobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ephemeral_server_takes_no_place_for_files()
    {
        var result = await ServerCommand.RunAsync("--ephemeral", "--blobs", "somewhere");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--blobs");
    }

    [Fact]
    public async Task A_bucket_needs_credentials_from_the_environment()
    {
        using var data = new TemporaryDirectory();

        var result = await ServerCommand.RunAsync(
            new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "" },
            "--data", data.Path, "--blobs", "s3://files", "--urls", "http://127.0.0.1:0");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("credentials");
    }

    [Fact]
    public async Task A_bucket_that_is_not_named_well_is_refused()
    {
        using var data = new TemporaryDirectory();

        var result = await ServerCommand.RunAsync("--data", data.Path, "--blobs", "s3://files?acl=public", "--urls", "http://127.0.0.1:0");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("acl");
    }

    [Fact]
    public async Task Files_lie_in_the_folder_that_the_variable_names()
    {
        using var data = new TemporaryDirectory();
        using var files = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(
            1, new Dictionary<string, string> { ["TRELLIS_BLOBS"] = files.Path }, "--data", data.Path, "--urls", "http://127.0.0.1:0");
        using var http = Client(server, data);

        await UploadAsync(http, "a", "hello");

        Directory.GetFiles(files.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        Directory.Exists(data.File("blobs")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_ephemeral_server_leaves_no_file_behind()
    {
        string folder;
        await using (var server = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://127.0.0.1:0"))
        {
            folder = FolderOf(server);
            Directory.Exists(Path.Combine(folder, "blobs")).ShouldBeTrue();
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_an_upload_loses_no_file_and_shows_no_half_one()
    {
        using var data = new TemporaryDirectory();
        using var half = new StalledContent();
        await using (var killed = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0"))
        {
            using var http = Client(killed, data);
            await UploadAsync(http, "whole", "hello");
            var upload = http.PostAsync("/v1/storage/upload", new MultipartFormDataContent { { half, "file", "x" }, { new StringContent("half"), "key" } }, Cancellation);
            await half.IsUnderWay;
            await killed.SignalAsync("KILL");
            await killed.WaitAsync();
            half.GoOn();
            await Should.ThrowAsync<HttpRequestException>(() => upload);
        }

        await using var next = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        using var again = Client(next, data);
        var list = JsonNode.Parse(await PostAsync(again, "list", "{}"))!["objects"]!.AsArray();
        list.ShouldHaveSingleItem()!["key"]!.GetValue<string>().ShouldBe("whole");
        (await PostAsync(again, "get", """{"key":"whole"}""")).ShouldBe("hello");
    }

    private static HttpClient Client(ServerProcess server, TemporaryDirectory data)
    {
        var credentials = JsonNode.Parse(File.ReadAllText(data.File("credentials.json")))!;
        var http = new HttpClient { BaseAddress = server.Urls[0] };
        http.DefaultRequestHeaders.Add("X-Aerostack-Key", credentials["aerostack"]!["apiKey"]!.GetValue<string>());
        return http;
    }

    private static async Task UploadAsync(HttpClient http, string key, string content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" }, { new StringContent(content), "file", "x" } };
        using var response = await http.PostAsync("/v1/storage/upload", form, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string body)
    {
        using var response = await http.PostAsync($"/v1/storage/{path}", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    // The process holds its lock file open, which names its folder.
    private static string FolderOf(ServerProcess server)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows which files a process has open.");
        var links = new DirectoryInfo($"/proc/{server.Id}/fd").GetFiles().Select(static file => file.LinkTarget ?? "");
        return Path.GetDirectoryName(links.First(static target => target.EndsWith("/trellis.lock", StringComparison.Ordinal)))!;
    }

    /// <summary>Content that begins, waits, and then goes on for as long as somebody takes it.</summary>
    private sealed class StalledContent : HttpContent
    {
        private static readonly byte[] Piece = new byte[300_000];

        private readonly TaskCompletionSource _isUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _mayGoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsUnderWay => _isUnderWay.Task;

        public void GoOn() => _mayGoOn.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Piece);
            await stream.FlushAsync();
            _isUnderWay.TrySetResult();
            await _mayGoOn.Task;
            while (true)
                await stream.WriteAsync(Piece, Cancellation);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
