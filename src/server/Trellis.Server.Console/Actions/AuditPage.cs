namespace Trellis.Server.Console.Actions;

/// <summary>A page of the audit trail.</summary>
/// <param name="Events">The records, the newest first.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Events);
