using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary>An <see cref="ApprovalList"/> as it is printed.</summary>
internal sealed record PrintedApprovals(IReadOnlyList<ApprovalRequest> Approvals, int Total)
{
    public static PrintedApprovals Of(ApprovalList list) => new(list.Approvals, list.Total ?? list.Approvals.Count);
}
