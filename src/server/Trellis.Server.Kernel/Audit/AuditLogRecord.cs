namespace Trellis.Server.Kernel.Audit;

/// <summary>A record of an audit chain, as it is read.</summary>
public sealed record AuditLogRecord
{
    /// <summary>The record's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its number in the chain, from 1 on, without gaps.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>When it was appended.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The platform that it comes from.</summary>
    public required string Platform { get; init; }

    /// <summary>What kind of thing happened.</summary>
    public required string EventType { get; init; }

    /// <summary>Who did it.</summary>
    public required string ActorId { get; init; }

    /// <summary>What kind of thing it was done to.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The id of the thing it was done to.</summary>
    public required string ResourceId { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended; see <see cref="AuditOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How risky it was judged to be; null when it was not.</summary>
    public required string? RiskLevel { get; init; }

    /// <summary>Everything else: one JSON value in canonical form.</summary>
    public required string EventData { get; init; }

    /// <summary>The address that the request came from; null when it is not known.</summary>
    public required string? IpAddress { get; init; }

    /// <summary>The correlation id of the request; null when there was none.</summary>
    public required string? CorrelationId { get; init; }

    /// <summary>The hash of the content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The chain hash of the record before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The hash that ties the content to the record before.</summary>
    public required string ChainHash { get; init; }
}
