using Microsoft.Extensions.Hosting;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.OutputFilter;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What became of actions (contract, section 2.4).</summary>
internal sealed class ReadActions(IStore store, SettlementSignal settlements, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>How often somebody who waits looks for decisions that were made on another server.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);


    private const int UsualPage = 50;
    private const int UsualArray = 100;
    private const int LongestPage = 1000;

    /// <summary>The status of an action, which agents poll; who prefers to wait is answered once it is decided.</summary>
    public async ValueTask<JsonAnswer> StatusAsync(AscendCall call) =>
        await FindDecidedAsync(call, WaitPreference.Read(call.Http.Request)) is ({ } action, var scan) ? Answer.Ok(json => ActionDocument.WriteStatus(json, action, scan)) : AscendErrors.NotFound("The action");

    /// <summary>All of an action.</summary>
    public async ValueTask<JsonAnswer> DetailsAsync(AscendCall call) =>
        await FindAsync(call) is ({ } action, var scan) ? Answer.Ok(json => ActionDocument.WriteDetails(json, action, scan)) : AscendErrors.NotFound("The action");

    /// <summary>A page of actions with their number.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var (filter, errors) = ReadFilter(call, UsualPage, "status");
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var ((actions, scans), total) = await store.ReadAsync(
            async session => (
                await ListAsync(session, call.OrganisationId, filter),
                await ActionTable.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("actions"u8);
            foreach (var action in actions)
            {
                json.WriteStartObject();
                ActionDocument.WriteDetails(json, action, ScanOf(scans, action));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, total);
            json.WriteNumber("offset"u8, filter.Offset);
            json.WriteNumber("limit"u8, filter.Limit);
        });
    }

    /// <summary>A page of actions as a bare array.</summary>
    public async ValueTask<JsonAnswer> ArrayAsync(AscendCall call)
    {
        var (filter, errors) = ReadFilter(call, UsualArray, "status_filter");
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var (actions, scans) = await store.ReadAsync(session => ListAsync(session, call.OrganisationId, filter), call.Aborted);
        return new ArrayAnswer(json =>
        {
            foreach (var action in actions)
            {
                json.WriteStartObject();
                ActionDocument.WriteDetails(json, action, ScanOf(scans, action));
                json.WriteEndObject();
            }
        });
    }

    private static (ActionFilter Filter, FieldErrors Errors) ReadFilter(AscendCall call, int usual, string status)
    {
        var query = new QueryFields(call.Http.Request);
        var filter = new ActionFilter(
            query.Text("agent_id"),
            query.Text(status),
            (int)query.Integer("limit", usual, 1, LongestPage),
            (int)query.Integer("offset", 0, 0, int.MaxValue))
        {
            Level = RiskBands.FromWord(query.Word("risk_level", RiskLevelWords.All)),
            Text = query.Text("search"),
        };
        return (filter, query.Errors);
    }

    private static ActionScan? ScanOf(IReadOnlyDictionary<long, ActionScan> scans, StoredAction action) =>
        scans.TryGetValue(action.Id, out var scan) ? scan : null;

    private static async ValueTask<(IReadOnlyList<StoredAction> Actions, IReadOnlyDictionary<long, ActionScan> Scans)> ListAsync(
        ISqlSession session, long organisationId, ActionFilter filter)
    {
        var actions = await ActionTable.ListAsync(session, organisationId, filter);
        var (first, last) = actions.Count == 0 ? (0, 0) : (actions.Min(static action => action.Id), actions.Max(static action => action.Id));
        return (actions, await ActionScanTable.OfAsync(session, organisationId, first, last));
    }

    private async ValueTask<(StoredAction? Action, ActionScan? Scan)> FindDecidedAsync(AscendCall call, TimeSpan patience)
    {
        if (patience <= TimeSpan.Zero)
            return await FindAsync(call);

        using var limit = new CancellationTokenSource(patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, lifetime.ApplicationStopping, call.Aborted);
        while (true)
        {
            var next = settlements.Next;
            var found = await FindAsync(call);
            if (found.Action is not { Status: ActionStatus.Pending } || end.IsCancellationRequested)
                return found;

            await Task.WhenAny(next, Task.Delay(Glance, time, end.Token));
        }
    }

    private async ValueTask<(StoredAction? Action, ActionScan? Scan)> FindAsync(AscendCall call) =>
        call.RouteId() is { } id
            ? await store.ReadAsync(
                async session => await ActionTable.FindAsync(session, call.OrganisationId, id) is { } action
                    ? (action, ScanOf(await ActionScanTable.OfAsync(session, call.OrganisationId, id, id), action))
                    : default((StoredAction?, ActionScan?)),
                call.Aborted)
            : default;
}
