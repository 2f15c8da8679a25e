namespace Trellis.Server.Kernel.Approvals;

/// <summary>Which approvals to list. What is null does not matter.</summary>
public sealed record ApprovalFilter
{
    /// <summary>Only those of a platform.</summary>
    public string? Platform { get; init; }

    /// <summary>Only those that stand so at the time of asking.</summary>
    /// <value>Default empty: all.</value>
    public IReadOnlyCollection<ApprovalState> States { get; init; } = [];

    /// <summary>Only those whose review stands so.</summary>
    public ApprovalReview? Review { get; init; }
}
