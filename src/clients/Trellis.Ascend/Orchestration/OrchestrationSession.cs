using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>Actions that belong together. Contract section 2.13.</summary>
public sealed record OrchestrationSession : AscendAnswer
{
    /// <summary>The session.</summary>
    public string SessionId { get; init => field = value ?? ""; } = "";

    /// <summary>The organisation.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The actions. Never null.</summary>
    public IReadOnlyList<JsonNode> Actions { get; init => field = value ?? []; } = [];

    /// <summary>The risk of all together.</summary>
    public double? CumulativeRisk { get; init; }

    /// <summary>How many agents stood between a person and the last one at the most.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When something happened last.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }
}
