using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Storage;

/// <summary>Files over HTTP (contract, sections 2.1.9, 2.2.4, 6 and 8.4), on every engine.</summary>
public abstract partial class StorageSuite : ServerTest
{
    private protected const string Storage = "/v1/storage";
    private protected const int ObjectLimit = 1_000_000;
    private protected const int ProjectLimit = 1_500_000;

    [Fact]
    public async Task What_was_uploaded_is_got_again_byte_by_byte()
    {
        var content = Content(300_000);

        var url = await UploadAsync("avatars/user-123.jpg", content, "image/jpeg");

        url.ShouldStartWith($"{Server.Url}storage/projects/prj_");
        using var got = await GetAsync("avatars/user-123.jpg", request => request.Headers.Accept.ParseAdd("application/json"));
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBe(content);
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        await UploadAsync("empty", []);

        using var got = await GetAsync("empty");
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_404() =>
        (await First.PostAsync($"{Storage}/get", """{"key":"nowhere"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");

    [Fact]
    public async Task The_address_of_a_file_opens_it_without_a_key_until_its_time_is_over()
    {
        const string Key = "a b/ß?&#%2F+/日本.txt";
        await UploadAsync(Key, Encoding.UTF8.GetBytes("hello"), "text/plain");
        var url = (await First.PostAsync($"{Storage}/getUrl", new JsonObject { ["key"] = Key, ["expiresIn"] = 60 }.ToJsonString())).ShouldBe(200)
            .Json["url"]!.GetValue<string>();

        (await Server.Http.GetStringAsync(url, AerostackServer.Cancellation)).ShouldBe("hello");
        using (var head = await Server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), AerostackServer.Cancellation))
            head.Content.Headers.ContentLength.ShouldBe(5);

        Server.Clock.Advance(TimeSpan.FromSeconds(60));
        (await OpenAsync(url)).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Fact]
    public async Task A_browser_runs_nothing_that_is_in_a_file()
    {
        var url = await UploadAsync("page.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "text/html");

        using var got = await Server.Http.GetAsync(url, AerostackServer.Cancellation);

        got.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox; default-src 'none'");
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_part_of_a_file_that_has_changed_is_the_whole_new_file()
    {
        await UploadAsync("x", Content(1000));
        using var before = await GetAsync("x");
        await UploadAsync("x", Content(500));

        using var got = await GetAsync("x", request =>
        {
            request.Headers.TryAddWithoutValidation("Range", "bytes=0-9");
            request.Headers.TryAddWithoutValidation("If-Range", before.Headers.ETag!.ToString());
        });

        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentLength.ShouldBe(500);
    }

    [Fact]
    public async Task Who_has_a_file_is_not_sent_it_again()
    {
        var url = await UploadAsync("x", Content(1000));
        using var first = await Server.Http.GetAsync(url, AerostackServer.Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var second = await Server.Http.SendAsync(request, AerostackServer.Cancellation);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup
    {
        Configuration = new()
        {
            ["aerostack:storage:maxObjectBytes"] = ObjectLimit.ToString(),
            ["aerostack:storage:maxProjectBytes"] = ProjectLimit.ToString(),
        },
    });

    private protected static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(static index => (byte)((index * 7) + (index >> 8)))];

    private protected static MultipartFormDataContent Form(string key, byte[] content, string? type = null, string? partType = null)
    {
        var file = new ByteArrayContent(content);
        if (partType is not null)
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(partType);
        var form = new MultipartFormDataContent { { new StringContent(key), "key" } };
        if (type is not null)
            form.Add(new StringContent(type), "contentType");
        form.Add(file, "file", "example.file");
        return form;
    }

    private protected async Task<string> UploadAsync(string key, byte[] content, string? type = null) =>
        (await SendFormAsync(Form(key, content, type))).ShouldBe(200).Json["url"]!.GetValue<string>();

    private protected Task<Reply> SendFormAsync(HttpContent form, string? key = null) =>
        Server.SendAsync("POST", $"{Storage}/upload", key ?? First.Key, prepare: request => request.Content = form);

    private protected async Task<HttpResponseMessage> GetAsync(string key, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Storage}/get")
        {
            Content = new StringContent(new JsonObject { ["key"] = key }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Aerostack-Key", First.Key);
        prepare?.Invoke(request);
        return await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, AerostackServer.Cancellation);
    }

    private protected Task<Reply> OpenAsync(string url) => Server.SendAsync("GET", url, null);
}
