using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>That records must not go, whatever their age, because somebody may ask for them. Covers all records that fit what is given.</summary>
internal sealed record LegalHold
{
    /// <summary>The number within the organisation; 0 before it is stored.</summary>
    public long Number { get; init; }

    public required string Reason { get; init; }

    public string? ActorId { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public required string PlacedBy { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public string? ReleasedBy { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Whether it is in force and covers a record.</summary>
    public bool Covers(AuditLogRecord record) =>
        ReleasedAt is null
        && (ActorId is null || ActorId == record.ActorId)
        && (ResourceType is null || ResourceType == record.ResourceType)
        && (ResourceId is null || ResourceId == record.ResourceId);
}
