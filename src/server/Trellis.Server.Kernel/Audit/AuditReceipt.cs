namespace Trellis.Server.Kernel.Audit;

/// <summary>Where a record stands in its chain, once the transaction that appended it is committed.</summary>
/// <param name="Id">The record's UUID.</param>
/// <param name="SequenceNumber">Its number in the organisation's chain, without gaps from 1.</param>
/// <param name="ChainHash">Its link in the chain.</param>
public sealed record AuditReceipt(string Id, long SequenceNumber, string ChainHash);
