namespace Trellis.Aot.SmokeApp;

internal static class CachedListScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler((200, """{"user_id":"u","keys":[{"key_name":"k","spend":"1.5","memory_mode":"ckg","new":1}]}"""));
        using var client = ScriptedClient.Over(handler);
        var first = await client.Keys.ListAsync(TimeSpan.FromMinutes(1));
        var second = await client.Keys.ListAsync(TimeSpan.FromMinutes(1));
        Expect.That(handler.Bodies.Count == 1);
        Expect.That(first.Keys[0].Spend == 1.5 && second.Keys[0].Spend == 1.5);
        Expect.That(second.Keys[0].AdditionalFields!["new"].GetInt32() == 1);
    }
}
