using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>An action as the store keeps it.</summary>
internal sealed record StoredAction
{
    public required long OrganisationId { get; init; }

    public required long Id { get; init; }

    public required string AgentId { get; init; }

    public required string ActionType { get; init; }

    public required string Resource { get; init; }

    /// <summary>One of the three words of <see cref="ActionStatus"/> that the wire has.</summary>
    public required string Status { get; init; }

    public required int RiskScore { get; init; }

    /// <summary>The key or person that asked.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The approval it waits or waited for; null for none.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The orchestration session it belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>How deep in its session.</summary>
    public long? Depth { get; init; }

    /// <summary>What was asked: canonical JSON without secrets.</summary>
    public required Utf8Text Request { get; init; }

    /// <summary>Why it was decided so: the members of the answer that never change, as a JSON object.</summary>
    public required Utf8Text Decision { get; init; }

    /// <summary>What a person said and how the action ended, as a JSON object; null before either.</summary>
    public string? Outcome { get; init; }
}
