using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>Something that an agent may do only if somebody approves. Contract sections 2.7 and 4.6.</summary>
public sealed record Approval : AkshiAnswer
{
    /// <summary>Who wants to do it.</summary>
    public string? Agent { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public string? Capability { get; init; }

    /// <summary>What it is. It can hold what an agent chose: do not trust it.</summary>
    public string? Detail { get; init; }

    /// <summary>How risky it looks, from 0 to 1. It decides nothing.</summary>
    public double? RiskScore { get; init; }

    /// <summary>How it stands.</summary>
    public ApprovalState? Status { get; init; }

    /// <summary>What was decided.</summary>
    public ApprovalVerdict? Decision { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Until when somebody has to decide.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Its id.</summary>
    [JsonIgnore]
    public string Id => NamedId ?? NamedRequestId ?? "";

    /// <summary>Its id, as the Python SDK names it.</summary>
    [JsonIgnore]
    public string RequestId => NamedRequestId ?? NamedId ?? "";

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? NamedId { get; init; }

    [JsonInclude]
    [JsonPropertyName("request_id")]
    internal string? NamedRequestId { get; init; }
}
