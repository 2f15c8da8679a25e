using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>Which policies or smart rules there are.</summary>
internal sealed class RuleReading<T>(RuleKind<T> kind, IStore store)
    where T : class
{
    private const int MostLimit = 1000;

    /// <summary>The rules of the organisation, oldest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, MostLimit, MostLimit);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (rules, total) = await store.ReadAsync(
            async session => (
                await RuleTable.ListAsync(session, call.OrganisationId, kind, page),
                await RuleTable.CountAsync(session, call.OrganisationId, kind)),
            call.Aborted);
        return RuleJson.List(kind, rules, total, call.OrganisationId);
    }

    /// <summary>One rule.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var rule = call.RouteId() is { } id
            ? await store.ReadAsync(session => RuleTable.FindAsync(session, call.OrganisationId, kind, id), call.Aborted)
            : null;
        return rule is null
            ? AscendErrors.NotFound(kind.Title)
            : Answer.Ok(json => RuleJson.WriteMembers(json, kind, rule, call.OrganisationId));
    }
}
