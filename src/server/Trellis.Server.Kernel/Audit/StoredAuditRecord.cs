namespace Trellis.Server.Kernel.Audit;

/// <summary>A record with the hashes that were stored with it.</summary>
internal sealed record StoredAuditRecord(AuditRecord Record, string ContentHash, string ChainHash);
