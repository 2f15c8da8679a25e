using System.Net;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Storage;

/// <summary>The suite on SQLite, and what no engine has a part in.</summary>
public sealed class SqliteStorageTests : StorageSuite
{
    [Theory]
    [InlineData("""{"limit":1001}""", "limit")]
    [InlineData("""{"limit":0}""", "limit")]
    [InlineData("""{"cursor":"*"}""", "cursor")]
    [InlineData("""{"prefix":7}""", "prefix")]
    public async Task A_list_keeps_to_the_limits_of_the_contract(string body, string field) =>
        (await First.PostAsync($"{Storage}/list", body)).ShouldBlame(field);

    [Theory]
    [InlineData("""filename="blob" """)]
    [InlineData("""filename="ß 日本.txt" """)]
    [InlineData("""filename="a%22b.txt" """)]
    [InlineData("""filename="../../../../etc/passwd" """)]
    [InlineData("""filename="C:\\windows\\x" """)]
    [InlineData("""filename="a;b=c.txt" """)]
    public async Task Any_file_name_is_taken_and_none_is_used(string fileName)
    {
        string[] file = [$"""Content-Disposition: form-data; name="file"; {fileName.Trim()}""", "", "hello"];

        (await SendRawAsync([KeyPart, file])).ShouldBe(200);

        (await First.PostAsync($"{Storage}/list")).Json["objects"]!.AsArray().ShouldHaveSingleItem()!["key"]!.GetValue<string>().ShouldBe("a/b.bin");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("a/../../b")]
    [InlineData("a/..")]
    [InlineData("a\\..\\b")]
    [InlineData("./a")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//..")]
    [InlineData("a\u0001b")]
    [InlineData("a\u007fb")]
    public async Task A_key_that_leads_elsewhere_is_refused_everywhere(string key)
    {
        (await SendFormAsync(Form(key, [1]))).ShouldBlame("key");
        var body = new System.Text.Json.Nodes.JsonObject { ["key"] = key }.ToJsonString();
        foreach (var path in (string[])["get", "getUrl", "delete", "exists", "getMetadata"])
            (await First.PostAsync($"{Storage}/{path}", body)).ShouldBlame("key");
        var pair = new System.Text.Json.Nodes.JsonObject { ["sourceKey"] = "a", ["destKey"] = key }.ToJsonString();
        (await First.PostAsync($"{Storage}/copy", pair)).ShouldBlame("destKey");
        await ShouldHaveNothingAsync();
    }

    [Theory]
    [InlineData("a.txt", "b.txt")]
    [InlineData("expires=", "expires=9")]
    [InlineData("signature=", "signature=x")]
    [InlineData("?", "?x=1&expires=99999999999&")]
    public async Task An_address_that_was_changed_opens_nothing(string old, string changed)
    {
        var url = await UploadAsync("a.txt", [1, 2, 3]);
        await UploadAsync("b.txt", [4, 5, 6]);

        (await OpenAsync(url.Replace(old, changed, StringComparison.Ordinal))).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Theory]
    [InlineData("bytes=0-0", "0-0/1000", 0, 1)]
    [InlineData("bytes=10-19", "10-19/1000", 10, 10)]
    [InlineData("bytes=990-", "990-999/1000", 990, 10)]
    [InlineData("bytes=-5", "995-999/1000", 995, 5)]
    [InlineData("bytes=-5000", "0-999/1000", 0, 1000)]
    [InlineData("bytes=999-5000", "999-999/1000", 999, 1)]
    public async Task A_part_is_sent_where_a_part_is_asked_for(string range, string contentRange, int from, int length)
    {
        var content = Content(1000);
        await UploadAsync("x", content);

        using var got = await GetAsync("x", request => request.Headers.TryAddWithoutValidation("Range", range));

        got.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        got.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {contentRange}");
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBe(content.AsSpan(from, length).ToArray());
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("items=0-1")]
    [InlineData("bytes=x")]
    public async Task Other_ranges_get_the_whole_file(string range)
    {
        await UploadAsync("x", Content(1000));

        using var got = await GetAsync("x", request => request.Headers.TryAddWithoutValidation("Range", range));

        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentLength.ShouldBe(1000);
    }

    [Theory]
    [InlineData("bytes=1000-")]
    [InlineData("bytes=-0")]
    public async Task Bytes_that_are_not_there_are_refused_with_416(string range)
    {
        await UploadAsync("x", Content(1000));

        using var got = await GetAsync("x", request => request.Headers.TryAddWithoutValidation("Range", range));

        ((int)got.StatusCode).ShouldBe(416);
        got.Content.Headers.ContentRange!.ToString().ShouldBe("bytes */1000");
    }
}
