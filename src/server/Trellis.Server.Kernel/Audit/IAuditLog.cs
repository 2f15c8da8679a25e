using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// The memory of what was done: one append-only hash chain per organisation over all platforms. Safe for concurrent use.
/// </summary>
public interface IAuditLog
{
    /// <summary>Redacts an event and brings it into canonical form, outside of any transaction.</summary>
    /// <exception cref="System.Text.Json.JsonException">The event's data are not JSON.</exception>
    AuditEntry Prepare(AuditEvent auditEvent);

    /// <summary>
    /// Appends a record in the caller's transaction, so that what happened and its record are kept together or not at all. Call it last:
    /// on PostgreSQL it locks the organisation's chain until the transaction ends.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="entry">What happened.</param>
    ValueTask<AuditReceipt> AppendAsync(ISqlSession session, AuditEntry entry);

    /// <summary>Prepares and appends an event that is not known before the transaction.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="auditEvent">What happened.</param>
    /// <exception cref="System.Text.Json.JsonException">The event's data are not JSON.</exception>
    ValueTask<AuditReceipt> AppendAsync(ISqlSession session, AuditEvent auditEvent);
}
