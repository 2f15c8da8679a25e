namespace Trellis.Server.Kernel.Audit;

/// <summary>The end of a chain: the number and the chain hash of its last record.</summary>
internal sealed record AuditHead(long SequenceNumber, string ChainHash);
