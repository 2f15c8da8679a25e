using System.Text.Json;
using Trellis.Server.Console.Approvals;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Overview;

/// <summary>Reads the first page.</summary>
internal sealed class OverviewEndpoints(DayHistory history, ApprovalReader approvals)
{
    /// <summary>How things stand.</summary>
    public async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var governed = await call.Platforms.GetAsync<JsonElement>(Platform.Ascend, "/api/registry/agents?limit=1");
        var runtime = await ReadRuntimeAsync(call);
        var model = new OverviewModel(
            await history.ReadAsync(call.Session.Operator.OrganisationId, call.Aborted),
            governed.GetProperty("total").GetInt64(),
            runtime.Count(static agent => agent.TryGetProperty("status", out var status) && status.ValueEquals("running")),
            runtime.Count,
            await approvals.CountPendingAsync(call),
            await call.Platforms.GetAsync<IReadOnlyList<GovernedAction>>(Platform.Ascend, "/api/v1/actions?limit=10"));
        return ConsoleResult.Page<OverviewPage, OverviewModel>("Overview", model);
    }

    // The runtime belongs to the first organisation; an administrator of another one has none.
    private static async Task<IReadOnlyList<JsonElement>> ReadRuntimeAsync(ConsoleCall call)
    {
        try
        {
            return await call.Platforms.GetAsync<IReadOnlyList<JsonElement>>(Platform.Akshi, "/api/v1/status");
        }
        catch (PlatformException error) when (error.Status == 403)
        {
            return [];
        }
    }
}
