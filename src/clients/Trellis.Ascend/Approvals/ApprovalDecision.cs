using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What a person's decision came to. Contract section 2.4.</summary>
public sealed record ApprovalDecision : AscendAnswer
{
    /// <summary>The action.</summary>
    public string ActionId { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// How the action stands now: <c>approved</c>, <c>denied</c>, or <c>pending_approval</c> when another person has to decide too.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>What <see cref="Status"/> means.</summary>
    [JsonIgnore]
    public Decision Decision => DecisionWords.Read(Status);

    /// <summary>Who approved.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who rejected.</summary>
    public string? RejectedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The server's id of the decision.</summary>
    public string? CorrelationId { get; init; }
}
