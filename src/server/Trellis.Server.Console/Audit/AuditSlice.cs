namespace Trellis.Server.Console.Audit;

/// <summary>A part of the chain, as ASCEND answers it.</summary>
/// <param name="Events">The records, the newest first.</param>
/// <param name="Total">How many records fit.</param>
/// <param name="NextBefore">Where the next part begins; null when there may be none.</param>
internal sealed record AuditSlice(IReadOnlyList<AuditItem> Events, long Total, long? NextBefore);
