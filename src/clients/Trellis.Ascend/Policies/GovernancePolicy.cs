using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>A rule that actions are held to. Contract section 6.5. Members that are <see langword="null"/> are not sent.</summary>
public sealed record GovernancePolicy : AscendAnswer
{
    /// <summary>The policy's id; given by the server.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? PolicyName { get; init; }

    /// <summary>What it is for.</summary>
    public string? PolicyDescription { get; init; }

    /// <summary>Whether it applies.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Its place among the others: the lowest number is looked at first.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// When it applies: <c>action_type</c>, <c>agent_type</c>, <c>risk_above</c>, <c>risk_below</c>, <c>amount_above</c>,
    /// <c>resource_type</c>, <c>data_classification</c>, <c>time_window</c>.
    /// </summary>
    public JsonNode? Conditions { get; init; }

    /// <summary>What then happens: <c>allow</c>, <c>block</c>, <c>require_approval</c>, <c>escalate</c>.</summary>
    public string? PolicyAction { get; init; }

    /// <summary>How: approvers, time limits, notification.</summary>
    public JsonNode? ActionParams { get; init; }

    /// <summary>Since when it exists.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
