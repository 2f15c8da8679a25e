using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Audit;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Actions;

/// <summary>The list of actions, and one of them.</summary>
internal static class ActionEndpoints
{
    private const int PageSize = 50;
    private const int MostRecords = 50;

    private static readonly ConsoleResult Absent = Problem.Page(
        StatusCodes.Status404NotFound, "There is no such action", "It may belong to another organisation, or the address is wrong.");

    /// <summary>The actions that somebody looks for, the newest first.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var search = ActionSearch.Read(call);
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var found = await call.Platforms.GetAsync<ActionList>(
            Platform.Ascend, $"/api/agent-activity?limit={PageSize}&offset={offset}&{search.PlatformQuery}");
        return ConsoleResult.Page<ActionListPage, ActionListModel>(
            "Actions", new ActionListModel(search, found.Actions, found.Total, offset, PageSize));
    }

    /// <summary>Everything that is known of an action.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        if (!long.TryParse(call.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await call.Platforms.FindAsync<GovernedAction>(Platform.Ascend, $"/api/v1/actions/{id}") is not { } action)
        {
            return Absent;
        }

        var risk = await call.Platforms.GetAsync<RiskExplanation>(Platform.Ascend, $"/api/v1/actions/{id}/risk");
        var today = await call.Platforms.PostAsync<PolicyVerdict>(Platform.Ascend, "/api/governance/policies/evaluate-realtime", WhatIf(action));
        var records = await call.Platforms.GetAsync<AuditSlice>(
            Platform.Ascend, $"/audit/logs?platform=ascend&resource_type=agent_action&resource_id={id}&limit={MostRecords}");
        return ConsoleResult.Page<ActionPage, ActionModel>($"Action {id}", new ActionModel(action, risk, today, records.Events));
    }

    private static object WhatIf(GovernedAction action) => new
    {
        action.AgentId,
        action.ActionType,
        action.Resource,
        action.ResourceId,
        action.Description,
        action.RiskScore,
        ActionDetails = ObjectOf(action.ActionDetails),
        Context = ObjectOf(action.Context),
    };

    private static JsonElement? ObjectOf(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value : null;
}
