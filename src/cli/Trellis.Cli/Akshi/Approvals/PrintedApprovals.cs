using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary>An <see cref="ApprovalList"/> as it is printed.</summary>
/// <param name="Pending">What waits; empty when it is not asked for.</param>
/// <param name="Resolved">What was decided, newest first; empty when it is not asked for.</param>
internal sealed record PrintedApprovals(IReadOnlyList<PrintedApproval> Pending, IReadOnlyList<PrintedApproval> Resolved)
{
    public static PrintedApprovals Of(ApprovalList list, ApprovalFilter filter) => new(
        filter == ApprovalFilter.Resolved ? [] : [.. list.Pending.Select(PrintedApproval.Of)],
        filter == ApprovalFilter.Pending ? [] : [.. list.Resolved.Select(PrintedApproval.Of)]);
}
