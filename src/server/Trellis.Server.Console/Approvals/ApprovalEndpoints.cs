using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Actions;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Console.Approvals;

/// <summary>The inbox, one approval, and the decision.</summary>
internal sealed class ApprovalEndpoints(ApprovalReader reader)
{
    private const int PageSize = 50;

    private static readonly ConsoleResult Absent = Problem.Page(
        StatusCodes.Status404NotFound, "There is no such approval", "It may belong to another organisation, or the address is wrong.");

    /// <summary>What waits, or what was decided.</summary>
    public async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var showsDecided = call.Query("show") == "decided";
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var items = await reader.ListAsync(call, showsDecided, PageSize + 1, offset);
        var model = new InboxModel([.. items.Take(PageSize).Select(InboxItem.Of)], showsDecided, offset, PageSize, items.Count > PageSize);
        return ConsoleResult.Page<InboxPage, InboxModel>("Approvals", model);
    }

    /// <summary>One approval, with all there is to know before deciding.</summary>
    public async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        if (await reader.FindAsync(call, call.Route("id")) is not var (approval, history))
            return Absent;

        var action = approval.Platform == Platform.Ascend
            ? await call.Platforms.FindAsync<GovernedAction>(Platform.Ascend, $"/api/v1/actions/{Uri.EscapeDataString(approval.SubjectId)}")
            : null;
        var model = new ApprovalModel(InboxItem.Of(approval), approval, history, action);
        return ConsoleResult.Page<ApprovalPage, ApprovalModel>(approval.Title, model);
    }

    /// <summary>Approves or rejects, by way of the platform that asks.</summary>
    public async ValueTask<ConsoleResult> DecideAsync(ConsoleCall call)
    {
        if (await reader.FindAsync(call, call.Route("id")) is not var (approval, _))
            return Absent;

        var approves = call.Field("verdict") == "approve";
        if (!approves && call.Field("verdict") != "reject")
            return ConsoleResult.GoWithProblem("/approvals", "Say whether to approve or to reject.");

        var reason = call.Field("reason") is { Length: > 0 } text ? text : null;
        if (!approves && reason is null)
            return ConsoleResult.GoWithProblem($"/approvals/{approval.Id}", "Say why you reject it: the agent is told.");

        // The digest of what was shown: nobody decides about something else than they saw.
        if (approval.Platform == Platform.Ascend)
        {
            await call.Platforms.SendAsync(
                Platform.Ascend,
                "POST",
                $"/api/v1/actions/{Uri.EscapeDataString(approval.SubjectId)}/{(approves ? "approve" : "reject")}",
                new { Comments = reason, SubjectDigest = call.Field("digest") is { Length: > 0 } digest ? digest : null });
        }
        else
        {
            await call.Platforms.SendAsync(
                Platform.Akshi, "POST", $"/api/v1/approvals/{approval.Id}", new { Decision = approves ? "approve" : "deny", Reason = reason });
        }

        return ConsoleResult.Go("/approvals", await DescribeAsync(call, approval, approves));
    }

    private async Task<string> DescribeAsync(ConsoleCall call, Approval before, bool approves)
    {
        var (after, _) = await reader.FindAsync(call, before.Id) ?? (before, []);
        return after.State is ApprovalState.Pending
            ? $"Your stage is approved. “{before.Title}” now waits for {after.Stage.Name}."
            : $"“{before.Title}” is {(approves ? "approved" : "rejected")}.";
    }
}
