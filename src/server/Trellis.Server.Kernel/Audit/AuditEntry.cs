using Trellis.Server.Kernel.Randomness;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// An event that is ready to be appended: without secrets, in canonical form. Making it is most of the work of a record and needs no
/// transaction, in which other writers wait. Immutable.
/// </summary>
public sealed class AuditEntry
{
    private readonly AuditRecord _record;
    private readonly AuditRecordContent _content;

    internal AuditEntry(AuditEvent auditEvent)
    {
        ArgumentNullException.ThrowIfNull(auditEvent);

        _record = RecordOf(auditEvent);
        _content = AuditRecordContent.Of(_record);

        // One look at the whole instead of one at each field; hardly any record has a secret to hide.
        if (SecretPatterns.MayOccurIn(_content.Ascii))
        {
            _record = WithoutSecrets(_record);
            _content = AuditRecordContent.Of(_record);
        }
    }

    /// <summary>The organisation whose chain it joins.</summary>
    public long OrganisationId => _record.OrganisationId;

    /// <summary>The record of the event at a place in its chain, and its hash. The time may differ if a transaction is repeated.</summary>
    internal (AuditRecord Record, string ContentHash) At(long sequenceNumber, DateTimeOffset now)
    {
        var record = _record with
        {
            SequenceNumber = sequenceNumber,
            Id = UniqueId.NewVersion7(now).ToString(),
            Timestamp = UnixTime.ToMicroseconds(now),
        };
        return (record, _content.HashAt(record.Id, record.SequenceNumber, record.Timestamp));
    }

    /// <summary>Names the kind of event; the rest may be long.</summary>
    public override string ToString() => $"{_record.Platform} {_record.EventType}";

    private static AuditRecord RecordOf(AuditEvent auditEvent) => new()
    {
        OrganisationId = auditEvent.OrganisationId,
        SequenceNumber = 0,
        FormatVersion = AuditRecordHash.FormatVersion,
        Id = "",
        Timestamp = 0,
        Platform = AuditRedactor.Storable(auditEvent.Platform),
        EventType = AuditRedactor.Storable(auditEvent.EventType),
        ActorId = AuditRedactor.Storable(auditEvent.ActorId),
        ResourceType = AuditRedactor.Storable(auditEvent.ResourceType),
        ResourceId = AuditRedactor.Storable(auditEvent.ResourceId),
        Action = AuditRedactor.Storable(auditEvent.Action),
        Outcome = AuditRedactor.Storable(auditEvent.Outcome),
        RiskLevel = AuditRedactor.StorableOrNull(auditEvent.RiskLevel),
        EventData = AuditRedactor.Canonical(auditEvent.Data.Utf8Json),
        IpAddress = AuditRedactor.StorableOrNull(auditEvent.IpAddress),
        CorrelationId = AuditRedactor.StorableOrNull(auditEvent.CorrelationId),
    };

    private static AuditRecord WithoutSecrets(AuditRecord record) => record with
    {
        Platform = SecretPatterns.Redact(record.Platform),
        EventType = SecretPatterns.Redact(record.EventType),
        ActorId = SecretPatterns.Redact(record.ActorId),
        ResourceType = SecretPatterns.Redact(record.ResourceType),
        ResourceId = SecretPatterns.Redact(record.ResourceId),
        Action = SecretPatterns.Redact(record.Action),
        Outcome = SecretPatterns.Redact(record.Outcome),
        RiskLevel = SecretPatterns.RedactOrNull(record.RiskLevel),
        EventData = AuditRedactor.WithoutSecrets(record.EventData),
        IpAddress = SecretPatterns.RedactOrNull(record.IpAddress),
        CorrelationId = SecretPatterns.RedactOrNull(record.CorrelationId),
    };
}
