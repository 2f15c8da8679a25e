namespace Trellis.Server.Akshi.Receipts;

/// <summary>What a look at the whole chain has found.</summary>
/// <param name="Checked">How many receipts are good.</param>
/// <param name="Signers">The nodes that have signed them.</param>
/// <param name="FaultAt">The number of the first that is bad, or missing; null when all is well.</param>
/// <param name="Fault">What is wrong with it; null when all is well.</param>
internal sealed record ReceiptVerification(long Checked, IReadOnlyList<string> Signers, long? FaultAt, string? Fault);
