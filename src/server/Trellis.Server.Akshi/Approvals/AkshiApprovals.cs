using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>Which approvals of the inbox are the platform's.</summary>
internal static class AkshiApprovals
{
    /// <summary>Its name in the inbox.</summary>
    public const string Platform = "akshi";

    /// <summary>Who withdraws what an agent asked that is gone.</summary>
    public const string Runtime = "runtime";

    /// <summary>Those that wait for a person.</summary>
    public static ApprovalFilter Pending { get; } = new() { Platform = Platform, States = [ApprovalState.Pending] };

    /// <summary>Those that nobody can decide any more.</summary>
    public static ApprovalFilter Resolved { get; } = new()
    {
        Platform = Platform,
        States = [ApprovalState.Approved, ApprovalState.Rejected, ApprovalState.Expired, ApprovalState.Cancelled],
    };
}
