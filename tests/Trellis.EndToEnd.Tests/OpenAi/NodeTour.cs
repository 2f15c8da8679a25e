using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.OpenAi;

/// <summary>Runs the unmodified <c>openai</c> npm package against the server, once for all tests that look at what came of it.</summary>
public sealed class NodeTour
{
    private readonly Lazy<Task<JsonObject>> _result;

    public NodeTour(SharedServer server) => _result = new(() => RunAsync(server));

    /// <summary>What came of it, or the test that asks is skipped where there is no Node.js.</summary>
    internal Task<JsonObject> ResultAsync() => _result.Value;

    private static async Task<JsonObject> RunAsync(SharedServer server)
    {
        using var askii = server.NewClient();
        var rich = await askii.Keys.ProvisionAsync(new() { MaxBudget = 1 });
        var poor = await askii.Keys.ProvisionAsync(new() { MaxBudget = 0.000000001m });
        var revoked = await askii.Keys.ProvisionAsync();
        await askii.Keys.RevokeAsync(revoked.ApiKey.Reveal());

        return await NodeProject.OpenAi.RunAsync("tour.mjs", new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = new Uri(server.Url, "/v1").ToString(),
            ["OPENAI_API_KEY"] = rich.ApiKey.Reveal(),
            ["POOR_KEY"] = poor.ApiKey.Reveal(),
            ["REVOKED_KEY"] = revoked.ApiKey.Reveal(),
        });
    }
}
