using Trellis.Askii;

namespace Trellis.Aot.SmokeApp;

internal static class ProvisionScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler((200, """{"api_key":"sk-1","key_name":"k","user_id":"u","expires":"2026-08-01T00:00:00Z"}"""));
        using var client = ScriptedClient.Over(handler);
        var key = await client.Keys.ProvisionAsync(new ProvisionKeyRequest { KeyAlias = "mine", MemoryMode = MemoryMode.Pkg, Models = ["a"] });
        Expect.That(key.ApiKey.Reveal() == "sk-1");
        Expect.That(key.ApiKey.ToString() == Secret.Mask);
        Expect.That(key.Expires == new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        Expect.That(handler.Bodies is ["""{"key_alias":"mine","duration_days":90,"memory_enabled":false,"memory_mode":"pkg","models":["a"],"mpass_token":"token-of-the-smoke-app"}"""]);
    }
}
