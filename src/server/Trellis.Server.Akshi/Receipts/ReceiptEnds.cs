namespace Trellis.Server.Akshi.Receipts;

/// <summary>The ends of the chain.</summary>
/// <param name="Seq">The number of the last receipt; 0 when there never was one.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="AnchorSeq">The number of the last receipt that was pruned; 0 when none was.</param>
/// <param name="AnchorHash">Its hash, to which the first that is left is tied.</param>
internal sealed record ReceiptEnds(long Seq, string Hash, long AnchorSeq, string AnchorHash);
