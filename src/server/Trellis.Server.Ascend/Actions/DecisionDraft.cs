namespace Trellis.Server.Ascend.Actions;

/// <summary>A judgement with what its transaction adds to it.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="ActionId">The id of the action.</param>
/// <param name="CorrelationId">By which the request is spoken of.</param>
/// <param name="ProcessingMilliseconds">How long judging took.</param>
internal sealed record DecisionDraft(Judgement Judgement, long ActionId, string CorrelationId, long ProcessingMilliseconds)
{
    /// <summary>The approval that was opened; null for none.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>Who has to approve.</summary>
    public IReadOnlyList<string> RequiredApprovers { get; init; } = [];

    /// <summary>Until when.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>By which workflow.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>The alert that was raised; null for none.</summary>
    public long? AlertId { get; init; }
}
