namespace Trellis.Server.Tests.OpenApi;

public sealed class AerostackAnswerTests(PlatformServer platforms) : IClassFixture<PlatformServer>
{
    [Fact]
    public async Task What_a_server_with_the_key_is_told_is_as_the_document_has_it()
    {
        using var project = await platforms.CallerWithAsync("aerostack", "apiKey");
        await project.CallAsync(200, "GET", "/v1/projects");
        await project.CallAsync(200, "GET", "/v1/projects/current");
        await project.CallAsync(200, "GET", "/v1/projects/keys");
        await project.CallAsync(200, "POST", "/v1/cache/set", """{"key":"greeting","value":{"text":"hello"}}""");
        await project.CallAsync(200, "POST", "/v1/cache/get", """{"key":"greeting"}""");
        await project.CallAsync(200, "POST", "/v1/cache/getMany", """{"keys":["greeting","none"]}""");
        await project.CallAsync(200, "POST", "/v1/cache/increment", """{"key":"counter"}""");
        await project.CallAsync(200, "POST", "/v1/cache/list", "{}");
        await project.CallAsync(200, "POST", "/v1/cache/keys", "{}");
        await project.CallAsync(200, "POST", "/v1/db/query", """{"sql":"SELECT 1 AS one","readOnly":true}""");
        await project.CallAsync(200, "POST", "/v1/db/query", """{"sql":"CREATE TABLE notes (id integer PRIMARY KEY, text text)"}""");
        await project.CallAsync(200, "GET", "/v1/db/tables");
        await project.CallAsync(200, "POST", "/v1/db/batch", """{"queries":[{"sql":"SELECT 1 AS one"},{"sql":"SELECT nothing"}]}""");
        var job = (await project.CallAsync(201, "POST", "/v1/queue/enqueue", """{"type":"mail","data":{"to":"a@example.com"}}"""))!["jobId"]!;
        await project.CallAsync(200, "POST", "/v1/queue/job", $$"""{"jobId":"{{job}}"}""");
        await project.CallAsync(200, "POST", "/v1/queue/jobs", "{}");
        await project.CallAsync(200, "POST", "/v1/queue/take", """{"types":["mail"]}""");
        await project.CallAsync(200, "POST", "/v1/storage/list", "{}");
        await project.CallAsync(200, "POST", "/v1/storage/exists", """{"key":"a.txt"}""");
        await project.CallAsync(200, "GET", "/v1/services/list");
        await project.CallAsync(200, "GET", "/v1/queue/consumers");
        await project.CallAsync(200, "GET", "/v1/auth/outbox");
        await project.CallAsync(201, "POST", "/v1/collections/notes/items", """{"text":"remember","n":1}""");
        await project.CallAsync(200, "GET", "/v1/collections/notes/items");
        await project.CallAsync(200, "POST", "/v1/ai/search/ingest", """{"content":"A cat sleeps.","type":"faq"}""");
        await project.CallAsync(200, "POST", "/v1/ai/search/query", """{"text":"cat"}""");
        await project.CallAsync(200, "POST", "/v1/ai/search/count", "{}");
        await project.CallAsync(200, "GET", "/v1/ai/search/listTypes");
        await project.CallAsync(200, "POST", "/v1/ai/chat", """{"messages":[{"role":"user","content":"hello"}]}""");
    }

    [Fact]
    public async Task What_a_user_is_told_is_as_the_document_has_it()
    {
        using var project = await platforms.CallerWithAsync("aerostack", "apiKey");
        await project.CallAsync(201, "POST", "/v1/auth/signup", """{"email":"ada@example.com","password":"correct horse 9"}""");
        var session = (await project.CallAsync(200, "POST", "/v1/auth/signin", """{"email":"ada@example.com","password":"correct horse 9"}"""))!;
        await project.CallAsync(401, "POST", "/v1/auth/signin", """{"email":"ada@example.com","password":"wrong horse 99"}""");
        await project.CallAsync(409, "POST", "/v1/auth/signup", """{"email":"ada@example.com","password":"correct horse 9"}""");

        using var user = await platforms.CallerAsync("aerostack", session["token"]!.GetValue<string>());
        var slug = platforms.Server.Credentials!.Reveal("aerostack", "project");
        await user.CallAsync(200, "GET", $"/api/v1/public/projects/{slug}/auth/me");
    }

    [Fact]
    public async Task Refusals_are_as_the_document_has_them()
    {
        using var project = await platforms.CallerWithAsync("aerostack", "apiKey");
        await project.CallAsync(400, "POST", "/v1/cache/get", "{}");
        await project.CallAsync(400, "POST", "/v1/db/query", """{"sql":"SELEKT"}""");
        await project.CallAsync(404, "POST", "/v1/storage/getUrl", """{"key":"none"}""");
        await project.CallAsync(404, "GET", "/v1/collections/items/none");

        using var stranger = await platforms.CallerAsync("aerostack", null);
        await stranger.CallAsync(401, "POST", "/v1/cache/get", """{"key":"greeting"}""");
        await stranger.CallAsync(401, "GET", "/v1/projects/current");
    }
}
