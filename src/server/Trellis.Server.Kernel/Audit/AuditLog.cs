using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(TimeProvider time, AuditCheckpointSignal signal) : IAuditLog
{
    /// <inheritdoc/>
    public async ValueTask<AuditReceipt> AppendAsync(ISqlSession session, AuditEvent auditEvent)
    {
        // The work before the lock, since other writers wait for it; the time after it, since records follow each other in time.
        var eventData = AuditRedactor.Json(auditEvent.Data.Utf8Json);
        var head = await AuditTable.LockHeadAsync(session, auditEvent.OrganisationId);
        var now = time.GetUtcNow();
        var record = new AuditRecord
        {
            OrganisationId = auditEvent.OrganisationId,
            SequenceNumber = head.SequenceNumber + 1,
            FormatVersion = AuditRecordHash.FormatVersion,
            Id = Guid.CreateVersion7(now).ToString(),
            Timestamp = UnixTime.ToMicroseconds(now),
            Platform = AuditRedactor.Text(auditEvent.Platform),
            EventType = AuditRedactor.Text(auditEvent.EventType),
            ActorId = AuditRedactor.Text(auditEvent.ActorId),
            ResourceType = AuditRedactor.Text(auditEvent.ResourceType),
            ResourceId = AuditRedactor.Text(auditEvent.ResourceId),
            Action = AuditRedactor.Text(auditEvent.Action),
            Outcome = AuditRedactor.Text(auditEvent.Outcome),
            RiskLevel = AuditRedactor.TextOrNull(auditEvent.RiskLevel),
            EventData = eventData,
            IpAddress = AuditRedactor.TextOrNull(auditEvent.IpAddress),
            CorrelationId = AuditRedactor.TextOrNull(auditEvent.CorrelationId),
        };

        var contentHash = AuditRecordHash.OfContent(record);
        var chainHash = AuditRecordHash.OfLink(contentHash, head.ChainHash);
        await AuditTable.InsertAsync(session, record, contentHash, chainHash);
        await AuditTable.MoveHeadAsync(session, record.OrganisationId, new AuditHead(record.SequenceNumber, chainHash));
        signal.CountRecord();
        return new AuditReceipt(record.Id, record.SequenceNumber, chainHash);
    }
}
