using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis.Aot.SmokeApp;

internal static class JsonLogScenario
{
    public static async Task RunAsync()
    {
        using var lines = new StringWriter();
        using var provider = new RedactingJsonLoggerProvider(new TrellisLogOptions { Writer = lines });
        using var factory = new LoggerFactory([provider]);
        using var client = ScriptedClient.Over(new ScriptedHandler((200, """{"models":[]}""")), options => options.LoggerFactory = factory);
        await client.Models.ListAsync();

        var line = lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        using var json = JsonDocument.Parse(line);
        Expect.That(json.RootElement.GetProperty("level").GetString() is { Length: > 0 });
        Expect.That(json.RootElement.GetProperty("correlation_id").GetString() is { Length: 32 });
        Expect.That(!lines.ToString().Contains(ScriptedClient.Token, StringComparison.Ordinal));
    }
}
