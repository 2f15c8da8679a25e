using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>Something that an agent found. What the SDKs name differently is there under both names. Contract sections 2.5 and 4.2.</summary>
public sealed record Finding : AkshiAnswer
{
    /// <summary>Its place among the findings, from 1.</summary>
    public long Seq { get; init; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity? Severity { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? File { get; init; }

    /// <summary>More about it.</summary>
    public string? Detail { get; init; }

    /// <summary>When it was found.</summary>
    [JsonIgnore]
    public DateTimeOffset? Ts => NamedTs ?? NamedTimestamp;

    /// <summary>Whose finding it is: the name of an agent, as the Python SDK has it.</summary>
    [JsonIgnore]
    public string? Source => NamedSource ?? NamedAgent;

    /// <summary>Whose finding it is.</summary>
    [JsonIgnore]
    public string? Agent => NamedAgent ?? NamedSource;

    /// <summary>What it says, in short, as the Python SDK has it.</summary>
    [JsonIgnore]
    public string? Summary => NamedSummary ?? NamedTitle;

    /// <summary>What it says, in short.</summary>
    [JsonIgnore]
    public string? Title => NamedTitle ?? NamedSummary;

    [JsonInclude]
    [JsonPropertyName("ts")]
    internal DateTimeOffset? NamedTs { get; init; }

    [JsonInclude]
    [JsonPropertyName("timestamp")]
    internal DateTimeOffset? NamedTimestamp { get; init; }

    [JsonInclude]
    [JsonPropertyName("source")]
    internal string? NamedSource { get; init; }

    [JsonInclude]
    [JsonPropertyName("agent")]
    internal string? NamedAgent { get; init; }

    [JsonInclude]
    [JsonPropertyName("summary")]
    internal string? NamedSummary { get; init; }

    [JsonInclude]
    [JsonPropertyName("title")]
    internal string? NamedTitle { get; init; }
}
