using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>A record of the audit log. Contract section 2.11.</summary>
public sealed record AuditEvent : AscendAnswer
{
    /// <summary>The record's id.</summary>
    [JsonIgnore]
    public string EventId => NamedId ?? Id ?? "";

    /// <summary>Who did it.</summary>
    [JsonIgnore]
    public string? Actor => NamedActor ?? ActorId;

    /// <summary>What it happened to.</summary>
    [JsonIgnore]
    public string? Resource => NamedResource ?? ResourceId;

    /// <summary>Its place in the organisation's chain, from 1.</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>What kind of thing happened.</summary>
    public string? EventType { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The kind of thing it happened to.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Which one.</summary>
    public string? ResourceId { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary><c>SUCCESS</c> or <c>FAILURE</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The word for the risk.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>The rules that it matters for. Never null.</summary>
    public IReadOnlyList<string> ComplianceTags { get; init => field = value ?? []; } = [];

    /// <summary>More about it.</summary>
    public JsonNode? Details { get; init; }

    /// <summary>The SHA-256 of the record.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The chain's hash before it.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>The chain's hash with it.</summary>
    public string? ChainHash { get; init; }

    [JsonInclude]
    [JsonPropertyName("event_id")]
    internal string? NamedId { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? Id { get; init; }

    [JsonInclude]
    [JsonPropertyName("actor")]
    internal string? NamedActor { get; init; }

    [JsonInclude]
    [JsonPropertyName("actor_id")]
    internal string? ActorId { get; init; }

    [JsonInclude]
    [JsonPropertyName("resource")]
    internal string? NamedResource { get; init; }
}
