using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.OpenApi;

public sealed class AskiiAnswerTests(PlatformServer platforms) : IClassFixture<PlatformServer>
{
    [Fact]
    public async Task The_life_of_a_key_is_as_the_document_has_it()
    {
        using var owner = await platforms.CallerAsync("askii", null);
        var key = (await owner.CallAsync(200, "POST", "/platform/provision-key", Body(("key_alias", "documented"))))!;
        await owner.CallAsync(200, "POST", "/platform/list-keys", Body());
        await owner.CallAsync(200, "POST", "/platform/available-models", Body());
        await owner.CallAsync(200, "POST", "/platform/get-key-config", Body(("key", Text(key, "api_key"))));
        await owner.CallAsync(409, "POST", "/platform/provision-key", Body(("key_alias", "documented")));

        using var holder = await platforms.CallerAsync("askii", Text(key, "api_key"));
        await holder.CallAsync(200, "GET", "/v1/models");
        await holder.CallAsync(200, "GET", "/v1/models/trellis-echo");
        await holder.CallAsync(404, "GET", "/v1/models/none");
        await holder.CallAsync(200, "POST", "/v1/chat/completions", Chat(stream: false));
        await holder.CallAsync(200, "POST", "/v1/chat/completions", Chat(stream: true));
        await holder.CallAsync(400, "POST", "/v1/chat/completions", "{}");

        await owner.CallAsync(200, "POST", "/platform/revoke-key", Body(("key", Text(key, "key_name"))));
        await owner.CallAsync(404, "POST", "/platform/revoke-key", Body(("key", "sk-nobody")));
        await holder.CallAsync(401, "GET", "/v1/models");
    }

    [Fact]
    public async Task Refusals_are_as_the_document_has_them()
    {
        using var stranger = await platforms.CallerAsync("askii", null);
        await stranger.CallAsync(401, "POST", "/platform/list-keys", """{"mpass_token":"nobody"}""");
        await stranger.CallAsync(401, "POST", "/platform/list-keys", "{}");
        await stranger.CallAsync(422, "POST", "/platform/get-key-config", Body());
        await stranger.CallAsync(401, "GET", "/v1/models");
    }

    private string Body(params (string Name, string Value)[] members)
    {
        var body = new JsonObject { ["mpass_token"] = platforms.Server.Credentials!.Reveal("askii", "token") };
        foreach (var (name, value) in members)
            body[name] = value;
        return body.ToJsonString();
    }

    private static string Chat(bool stream) => new JsonObject
    {
        ["model"] = "trellis-echo",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "hello" }),
        ["stream"] = stream,
    }.ToJsonString();

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
