using System.Text.Json;
using Trellis.Server.Console.Actions;
using Trellis.Server.Console.Agents;
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
        var runtime = await RuntimeReader.ListAsync(call.Platforms);
        var model = new OverviewModel(
            await history.ReadAsync(call.Session.Operator.OrganisationId, call.Aborted),
            governed.GetProperty("total").GetInt64(),
            runtime.Count(static agent => agent.Status == "running"),
            runtime.Count,
            await approvals.CountPendingAsync(call),
            await call.Platforms.GetAsync<IReadOnlyList<GovernedAction>>(Platform.Ascend, "/api/v1/actions?limit=10"));
        return ConsoleResult.Page<OverviewPage, OverviewModel>("Overview", model);
    }
}
