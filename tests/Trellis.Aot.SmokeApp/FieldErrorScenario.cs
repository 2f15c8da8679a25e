using Trellis.Askii;

namespace Trellis.Aot.SmokeApp;

internal static class FieldErrorScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler((422, """{"detail":[{"loc":["body","models",0],"msg":"unknown","type":"value_error"}]}"""));
        using var client = ScriptedClient.Over(handler);
        var error = await Expect.Throws<AskiiValidationException>(() => client.Keys.UpdateModelAsync("k", ["a"]));
        Expect.That(error.Status == 422);
        Expect.That(error.FieldErrors is [{ Path: "body.models.0", Message: "unknown" }]);
    }
}
