using System.Text.Json.Nodes;

namespace Trellis.Aot.SmokeApp;

internal static class EscapeHatchScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler((200, "[1,2]"));
        using var client = ScriptedClient.Over(handler);
        var answer = await client.RequestAsync(HttpMethod.Put, "/platform/new", new JsonObject { ["a"] = 1 });
        Expect.That(answer["value"]!.AsArray().Count == 2);
        Expect.That(handler.Bodies is ["""{"a":1,"mpass_token":"token-of-the-smoke-app"}"""]);
    }
}
