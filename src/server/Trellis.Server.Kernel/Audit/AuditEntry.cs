using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// An event that is ready to be appended: without secrets, in canonical form. Making it is most of the work of a record and needs no
/// transaction, in which other writers wait. Immutable.
/// </summary>
public sealed class AuditEntry
{
    private readonly AuditRecord _record;

    internal AuditEntry(AuditEvent auditEvent)
    {
        ArgumentNullException.ThrowIfNull(auditEvent);

        _record = new AuditRecord
        {
            OrganisationId = auditEvent.OrganisationId,
            SequenceNumber = 0,
            FormatVersion = AuditRecordHash.FormatVersion,
            Id = "",
            Timestamp = 0,
            Platform = AuditRedactor.Text(auditEvent.Platform),
            EventType = AuditRedactor.Text(auditEvent.EventType),
            ActorId = AuditRedactor.Text(auditEvent.ActorId),
            ResourceType = AuditRedactor.Text(auditEvent.ResourceType),
            ResourceId = AuditRedactor.Text(auditEvent.ResourceId),
            Action = AuditRedactor.Text(auditEvent.Action),
            Outcome = AuditRedactor.Text(auditEvent.Outcome),
            RiskLevel = AuditRedactor.TextOrNull(auditEvent.RiskLevel),
            EventData = AuditRedactor.Json(auditEvent.Data.Utf8Json),
            IpAddress = AuditRedactor.TextOrNull(auditEvent.IpAddress),
            CorrelationId = AuditRedactor.TextOrNull(auditEvent.CorrelationId),
        };
    }

    /// <summary>The organisation whose chain it joins.</summary>
    public long OrganisationId => _record.OrganisationId;

    /// <summary>The record of the event at a place in its chain. The time may differ if a transaction is repeated.</summary>
    internal AuditRecord At(long sequenceNumber, DateTimeOffset now) => _record with
    {
        SequenceNumber = sequenceNumber,
        Id = Guid.CreateVersion7(now).ToString(),
        Timestamp = UnixTime.ToMicroseconds(now),
    };

    /// <summary>Names the kind of event; the rest may be long.</summary>
    public override string ToString() => $"{_record.Platform} {_record.EventType}";
}
