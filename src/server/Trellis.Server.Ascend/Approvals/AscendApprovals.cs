using System.Globalization;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>How this platform's approvals are found in the inbox of all platforms.</summary>
internal static class AscendApprovals
{
    public const string Platform = "ascend";

    /// <summary>How many characters the id of an approval has.</summary>
    public const int IdLength = 20;

    /// <summary>The subject of an action's approval.</summary>
    public static string SubjectOf(long actionId) => actionId.ToString(CultureInfo.InvariantCulture);

    /// <summary>The action of an approval.</summary>
    public static long ActionOf(Approval approval) => long.Parse(approval.SubjectId, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Where an approval stands, as the wire says it: clients wait for ever when it says more (contract, section 2.7).</summary>
    public static string StatusOf(Approval approval) => approval.State switch
    {
        ApprovalState.Pending => "pending",
        ApprovalState.Approved => "approved",
        _ => "rejected",
    };

    /// <summary>Why it was rejected; null when it was not.</summary>
    public static string? RejectionReasonOf(Approval approval) => approval.State switch
    {
        ApprovalState.Pending or ApprovalState.Approved => null,
        ApprovalState.Cancelled => approval.Reason ?? "withdrawn",
        _ => approval.Reason ?? $"Rejected by {approval.DecidedBy}",
    };
}
