using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>What waits for a person, and what became of it.</summary>
internal sealed class ReadApprovals(IStore store, IApprovals approvals)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    /// <summary>One approval, as agents poll it (contract, section 2.7).</summary>
    public async ValueTask<JsonAnswer> CheckAsync(AscendCall call)
    {
        var approval = await store.ReadAsync(session => FindAsync(session, approvals, call), call.Aborted);
        return approval is null ? AscendErrors.NotFound("The approval") : Answer.Ok(json => ApprovalDocument.WriteCheck(json, approval));
    }

    /// <summary>One approval with all that was asked and has happened.</summary>
    public async ValueTask<JsonAnswer> DetailsAsync(AscendCall call)
    {
        return await store.ReadAsync<JsonAnswer>(
            async session =>
            {
                if (await FindAsync(session, approvals, call) is not { } approval)
                    return AscendErrors.NotFound("The approval");

                var history = await approvals.ListDecisionsAsync(session, call.OrganisationId, approval.Id);
                return Answer.Ok(json =>
                {
                    ApprovalDocument.WriteItem(json, approval);
                    ApprovalDocument.WriteHistory(json, approval, history);
                });
            },
            call.Aborted);
    }

    /// <summary>A page of approvals, the newest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var filter = new ApprovalFilter { Platform = AscendApprovals.Platform, States = StatesOf(query) };
        var page = new ApprovalPage(
            (int)query.Integer("limit", UsualPage, 1, LongestPage), Offset: (int)query.Integer("offset", 0, 0, int.MaxValue));
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (listed, total) = await store.ReadAsync(
            async session => (
                await approvals.ListAsync(session, call.OrganisationId, filter, page),
                await approvals.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("approvals"u8);
            foreach (var approval in listed)
            {
                json.WriteStartObject();
                ApprovalDocument.WriteItem(json, approval);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, total);
            json.WriteNumber("limit"u8, page.Limit);
            json.WriteNumber("offset"u8, page.Offset);
        });
    }

    /// <summary>The approval of this platform that the route names.</summary>
    public static async ValueTask<Approval?> FindAsync(ISqlSession session, IApprovals approvals, AscendCall call) =>
        call.Route("id") is { Length: AscendApprovals.IdLength } id
        && StorableText.IsValid(id)
        && await approvals.FindAsync(session, call.OrganisationId, id) is { Platform: AscendApprovals.Platform } approval
            ? approval
            : null;

    private static ApprovalState[] StatesOf(QueryFields query)
    {
        switch (query.Text("status")?.ToLowerInvariant())
        {
            case null or "all":
                return [];
            case "pending" or "pending_approval":
                return [ApprovalState.Pending];
            case "approved":
                return [ApprovalState.Approved];
            case "rejected" or "denied":
                return [ApprovalState.Rejected, ApprovalState.Expired, ApprovalState.Cancelled];
            case "expired":
                return [ApprovalState.Expired];
            default:
                query.Errors.Add("status", "must be one of pending, approved, rejected, expired, all");
                return [];
        }
    }
}
