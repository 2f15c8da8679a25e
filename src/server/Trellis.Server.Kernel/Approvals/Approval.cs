namespace Trellis.Server.Kernel.Approvals;

/// <summary>An approval as it stands at the time of asking. Immutable.</summary>
public sealed record Approval
{
    /// <summary>What <see cref="Reason"/> says when nobody decided in time.</summary>
    public const string ExpiryReason = "approval window expired";

    /// <summary><c>apr_</c> and 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="ApprovalRequest.OrganisationId"/>
    public required long OrganisationId { get; init; }

    /// <inheritdoc cref="ApprovalRequest.Platform"/>
    public required string Platform { get; init; }

    /// <inheritdoc cref="ApprovalRequest.SubjectId"/>
    public required string SubjectId { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of exactly what is to be approved.</summary>
    public required string SubjectDigest { get; init; }

    /// <inheritdoc cref="ApprovalRequest.RequestedBy"/>
    public required string RequestedBy { get; init; }

    /// <inheritdoc cref="ApprovalRequest.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="ApprovalRequest.Summary"/>
    public string? Summary { get; init; }

    /// <summary>The stages in their order.</summary>
    public required IReadOnlyList<ApprovalStage> Stages { get; init; }

    /// <inheritdoc cref="ApprovalRequest.AllowsOverride"/>
    public bool AllowsOverride { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc cref="ApprovalRequest.ExpiresAt"/>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ApprovalState State { get; init; }

    /// <summary>The index of the stage that waits, or in which it ended.</summary>
    public int StageIndex { get; init; }

    /// <summary>When that stage began.</summary>
    public required DateTimeOffset StageStartedAt { get; init; }

    /// <summary>When that stage will escalate; null when it will not, or has.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>When that stage escalated; null when it did not.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When it ended; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The id of the user who ended it; null while it waits, and when it expired.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why: the last decider's comment, or <see cref="ExpiryReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is to be looked at afterwards.</summary>
    public ApprovalReview Review { get; init; }

    /// <summary>The id of the user who reviewed it.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>When it was reviewed.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>The stage that waits, or in which it ended.</summary>
    public ApprovalStage Stage => Stages[StageIndex];

    /// <summary>Whether it was approved past its stages.</summary>
    public bool WasOverridden => Review is not ApprovalReview.None;

    /// <inheritdoc cref="ApprovalRequest.EscalateAt"/>
    internal DateTimeOffset? RequestedEscalateAt { get; init; }

    /// <summary>Where one of the stages stands.</summary>
    /// <param name="index">The index of the stage.</param>
    public ApprovalStageState StateOf(int index) => index.CompareTo(StageIndex) switch
    {
        < 0 => ApprovalStageState.Approved,
        > 0 when State is ApprovalState.Pending => ApprovalStageState.Pending,
        > 0 => ApprovalStageState.Skipped,
        _ => State switch
        {
            ApprovalState.Pending when EscalatedAt is null => ApprovalStageState.Pending,
            ApprovalState.Pending => ApprovalStageState.Escalated,
            ApprovalState.Approved when WasOverridden => ApprovalStageState.Skipped,
            ApprovalState.Approved => ApprovalStageState.Approved,
            _ => ApprovalStageState.Rejected,
        },
    };
}
