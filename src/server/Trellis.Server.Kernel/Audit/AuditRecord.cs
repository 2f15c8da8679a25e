namespace Trellis.Server.Kernel.Audit;

/// <summary>A record as it is stored. <see cref="EventData"/> is canonical JSON.</summary>
internal sealed record AuditRecord
{
    public required long OrganisationId { get; init; }

    public required long SequenceNumber { get; init; }

    public required long FormatVersion { get; init; }

    public required string Id { get; init; }

    /// <summary>Unix microseconds.</summary>
    public required long Timestamp { get; init; }

    public required string Platform { get; init; }

    public required string EventType { get; init; }

    public required string ActorId { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required string Action { get; init; }

    public required string Outcome { get; init; }

    public required string? RiskLevel { get; init; }

    public required string EventData { get; init; }

    public required string? IpAddress { get; init; }

    public required string? CorrelationId { get; init; }
}
