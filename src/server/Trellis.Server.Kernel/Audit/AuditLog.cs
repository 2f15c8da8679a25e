using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(TimeProvider time, AuditCheckpointSignal signal) : IAuditLog
{
    /// <inheritdoc/>
    public AuditEntry Prepare(AuditEvent auditEvent) => new(auditEvent);

    /// <inheritdoc/>
    public ValueTask<AuditReceipt> AppendAsync(ISqlSession session, AuditEvent auditEvent) => AppendAsync(session, Prepare(auditEvent));

    /// <inheritdoc/>
    public async ValueTask<AuditReceipt> AppendAsync(ISqlSession session, AuditEntry entry)
    {
        // The time after the lock, since records follow each other in time.
        var head = await AuditTable.LockHeadAsync(session, entry.OrganisationId);
        var (record, contentHash) = entry.At(head.SequenceNumber + 1, time.GetUtcNow());
        var chainHash = AuditRecordHash.OfLink(contentHash, head.ChainHash);
        await AuditTable.InsertAsync(session, record, contentHash, chainHash);
        await AuditTable.MoveHeadAsync(session, record.OrganisationId, new AuditHead(record.SequenceNumber, chainHash));
        signal.CountRecord();
        return new AuditReceipt(record.Id, record.SequenceNumber, chainHash);
    }
}
