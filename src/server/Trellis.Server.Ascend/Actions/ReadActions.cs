using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What became of actions (contract, section 2.4).</summary>
internal sealed class ReadActions(IStore store)
{
    private const int UsualPage = 50;
    private const int UsualArray = 100;
    private const int LongestPage = 1000;

    /// <summary>The status of an action, which agents poll.</summary>
    public async ValueTask<JsonAnswer> StatusAsync(AscendCall call) =>
        await FindAsync(call) is { } action ? Answer.Ok(json => ActionDocument.WriteStatus(json, action)) : AscendErrors.NotFound("The action");

    /// <summary>All of an action.</summary>
    public async ValueTask<JsonAnswer> DetailsAsync(AscendCall call) =>
        await FindAsync(call) is { } action ? Answer.Ok(json => ActionDocument.WriteDetails(json, action)) : AscendErrors.NotFound("The action");

    /// <summary>A page of actions with their number.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var (filter, errors) = ReadFilter(call, UsualPage, "status");
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var (actions, total) = await store.ReadAsync(
            async session => (
                await ActionTable.ListAsync(session, call.OrganisationId, filter),
                await ActionTable.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("actions"u8);
            foreach (var action in actions)
            {
                json.WriteStartObject();
                ActionDocument.WriteDetails(json, action);
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

        var actions = await store.ReadAsync(session => ActionTable.ListAsync(session, call.OrganisationId, filter), call.Aborted);
        return new ArrayAnswer(json =>
        {
            foreach (var action in actions)
            {
                json.WriteStartObject();
                ActionDocument.WriteDetails(json, action);
                json.WriteEndObject();
            }
        });
    }

    private static (ActionFilter Filter, FieldErrors Errors) ReadFilter(AscendCall call, int usual, string status)
    {
        var query = new QueryFields(call);
        var filter = new ActionFilter(
            query.Text("agent_id"),
            query.Text(status),
            (int)query.Integer("limit", usual, 1, LongestPage),
            (int)query.Integer("offset", 0, 0, int.MaxValue));
        return (filter, query.Errors);
    }

    private async ValueTask<StoredAction?> FindAsync(AscendCall call) =>
        call.RouteId() is { } id
            ? await store.ReadAsync(session => ActionTable.FindAsync(session, call.OrganisationId, id), call.Aborted)
            : null;
}
