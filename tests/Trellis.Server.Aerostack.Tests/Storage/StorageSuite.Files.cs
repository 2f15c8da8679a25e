using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Storage;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_list_shows_files_in_the_order_of_their_keys_page_by_page()
    {
        foreach (var key in (string[])["b/2", "a/2", "a/1", "a", "a0", "B", "a/\U0001F600", "a/ß"])
            await UploadAsync(key, [1]);

        var keys = new List<string>();
        string? cursor = null;
        do
        {
            var body = new JsonObject { ["prefix"] = "a/", ["limit"] = 2 };
            if (cursor is not null)
                body["cursor"] = cursor;
            var page = (await First.PostAsync($"{Storage}/list", body.ToJsonString())).ShouldBe(200).Json;
            keys.AddRange(page["objects"]!.AsArray().Select(static file => file!["key"]!.GetValue<string>()));
            cursor = page["cursor"]?.GetValue<string>();
            page["truncated"]!.GetValue<bool>().ShouldBe(cursor is not null);
        }
        while (cursor is not null);

        keys.ShouldBe(["a/1", "a/2", "a/ß", "a/\U0001F600"]);
        (await ListAsync("{}")).ShouldBe(["B", "a", "a/1", "a/2", "a/ß", "a/\U0001F600", "a0", "b/2"]);
        (await ListAsync("""{"prefix":"/a/"}""")).ShouldBe(keys);
        (await ListAsync("""{"prefix":"none"}""")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listed_file_has_what_both_generations_of_clients_read()
    {
        await UploadAsync("a.txt", [1, 2, 3], "text/plain");

        (await First.PostAsync($"{Storage}/list", """{"prefix":"a","limit":100}""")).ShouldAnswer(
            """
            {"objects":[{"key":"a.txt","size":3,"contentType":"text/plain","lastModified":"2026-01-01T00:00:00Z","uploaded":"2026-01-01T00:00:00Z",
              "etag":"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"}],"truncated":false}
            """);
    }

    [Fact]
    public async Task What_is_not_there_is_no_error_but_for_its_bytes_and_its_address()
    {
        (await First.PostAsync($"{Storage}/exists", """{"key":"x"}""")).ShouldAnswer("""{"exists":false}""");
        (await First.PostAsync($"{Storage}/getMetadata", """{"key":"x"}""")).ShouldAnswer("""{"exists":false}""");
        (await First.PostAsync($"{Storage}/delete", """{"key":"x"}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync($"{Storage}/getUrl", """{"key":"x"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.PostAsync($"{Storage}/copy", """{"sourceKey":"x","destKey":"y"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.PostAsync($"{Storage}/move", """{"sourceKey":"x","destKey":"y"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task A_copy_lives_on_when_its_source_is_removed()
    {
        await UploadAsync("a", [1, 2, 3], "text/plain");

        var copied = (await First.PostAsync($"{Storage}/copy", """{"sourceKey":"a","destKey":"b"}""")).ShouldBe(200).Json;
        copied["success"]!.GetValue<bool>().ShouldBeTrue();
        (await First.PostAsync($"{Storage}/delete", """{"key":"a"}""")).ShouldBe(200);
        Server.Clock.Advance(TimeSpan.FromDays(2));

        using var got = await GetAsync("b");
        got.Content.Headers.ContentType!.ToString().ShouldBe("text/plain");
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_moved_file_has_its_new_key_alone_and_its_address_opens_it()
    {
        await UploadAsync("a", [1, 2, 3]);
        await UploadAsync("b", [4]);

        var url = (await First.PostAsync($"{Storage}/move", """{"sourceKey":"a","destKey":"b"}""")).ShouldBe(200).Json["url"]!.GetValue<string>();

        (await ListAsync("{}")).ShouldBe(["b"]);
        (await Server.Http.GetByteArrayAsync(url, AerostackServer.Cancellation)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_file_copied_or_moved_onto_itself_stays()
    {
        await UploadAsync("a", [1, 2, 3]);

        (await First.PostAsync($"{Storage}/copy", """{"sourceKey":"a","destKey":"a"}""")).ShouldBe(200);
        (await First.PostAsync($"{Storage}/move", """{"sourceKey":"a","destKey":"/a"}""")).ShouldBe(200);
        Server.Clock.Advance(TimeSpan.FromDays(2));

        using var got = await GetAsync("a");
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Files_of_another_project_are_not_to_be_seen_read_or_removed()
    {
        await UploadAsync("a", [1]);
        var other = await First.OtherProjectAsync();

        (await other.PostAsync($"{Storage}/list")).ShouldAnswer("""{"objects":[],"truncated":false}""");
        (await other.PostAsync($"{Storage}/get", """{"key":"a"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.PostAsync($"{Storage}/exists", """{"key":"a"}""")).ShouldAnswer("""{"exists":false}""");
        (await other.PostAsync($"{Storage}/copy", """{"sourceKey":"a","destKey":"b"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.PostAsync($"{Storage}/delete", """{"key":"a"}""")).ShouldBe(200);
        (await ListAsync("{}")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_secret_key_may_come_as_a_bearer_and_a_public_key_opens_nothing()
    {
        var bearer = await Server.SendAsync(
            "POST", $"{Storage}/list", null, "{}", request => request.Headers.Authorization = new("Bearer", First.Key));
        bearer.ShouldBe(200);

        var page = await First.WithPublicKeyAsync();
        (await page.PostAsync($"{Storage}/list")).ShouldBeRefused(403, "FORBIDDEN");
        (await SendFormAsync(Form("a", [1]), page.Key)).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Fact]
    public async Task Writers_of_one_key_at_the_same_time_leave_one_file_and_the_room_it_takes()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).Select(length => UploadAsync("same", Content(length * 1000))));

        var size = (await First.PostAsync($"{Storage}/getMetadata", """{"key":"same"}""")).Json["size"]!.GetValue<long>();
        (await Server.Store.ReadAsync(session => Kernel.Storage.SqlSessionExtensions.QueryIntegerAsync(session, $"SELECT bytes FROM aerostack_storage_usage"), AerostackServer.Cancellation))
            .ShouldBe(size);
        using var got = await GetAsync("same");
        (await got.Content.ReadAsByteArrayAsync(AerostackServer.Cancellation)).ShouldBe(Content((int)size));
    }

    private protected async Task<IEnumerable<string>> ListAsync(string body) =>
        (await First.PostAsync($"{Storage}/list", body)).ShouldBe(200).Json["objects"]!.AsArray().Select(static file => file!["key"]!.GetValue<string>()).ToList();
}
