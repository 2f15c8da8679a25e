using System.Text.Json;

namespace Trellis.Server.Console.Audit;

/// <summary>A record of the chain, as ASCEND shows it.</summary>
internal sealed record AuditItem
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its number in the chain, from 1 on, without gaps.</summary>
    public long SequenceNumber { get; init; }

    /// <summary>When it was appended.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The platform that it comes from.</summary>
    public string Platform { get; init; } = "";

    /// <summary>What kind of thing happened.</summary>
    public string EventType { get; init; } = "";

    /// <summary>Who did it.</summary>
    public string ActorId { get; init; } = "";

    /// <summary>What kind of thing it was done to.</summary>
    public string ResourceType { get; init; } = "";

    /// <summary>Which one.</summary>
    public string ResourceId { get; init; } = "";

    /// <summary>What was done.</summary>
    public string Action { get; init; } = "";

    /// <summary>How it ended, in upper case.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>How risky it was judged to be; null when it was not.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>The regimes it falls under.</summary>
    public IReadOnlyList<string> ComplianceTags { get; init; } = [];

    /// <summary>Everything else.</summary>
    public JsonElement Details { get; init; }

    /// <summary>Where the request came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The id under which logs speak of the request.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The hash of the content.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The chain hash of the record before.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>The hash that ties the content to the record before.</summary>
    public string ChainHash { get; init; } = "";

    /// <summary>Until when it is to be kept; null for ever.</summary>
    public DateTimeOffset? RetentionUntil { get; init; }

    /// <summary>Whether a legal hold covers it.</summary>
    public bool LegalHold { get; init; }
}
