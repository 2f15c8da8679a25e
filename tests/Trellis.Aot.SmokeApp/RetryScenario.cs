using Trellis.Askii;

namespace Trellis.Aot.SmokeApp;

internal static class RetryScenario
{
    public static async Task RunAsync()
    {
        var retries = 0;
        var handler = new ScriptedHandler((503, """{"detail":"busy"}"""), (200, """{"models":[{"model_name":"gpt-4o"}]}"""));
        using var client = ScriptedClient.Over(handler, options => options.Hooks.OnRetry = _ => retries++);
        var list = await client.Models.ListAsync();
        Expect.That(list.Models is [{ ModelName: "gpt-4o" }]);
        Expect.That(retries == 1 && handler.Bodies.Count == 2);

        using var unlucky = ScriptedClient.Over(new ScriptedHandler((500, "down")), options => options.MaxAttempts = 1);
        await Expect.Throws<AskiiServerException>(() => unlucky.Models.ListAsync());
    }
}
