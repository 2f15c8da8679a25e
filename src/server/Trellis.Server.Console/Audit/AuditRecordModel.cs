namespace Trellis.Server.Console.Audit;

/// <summary>One record and its place in the chain.</summary>
/// <param name="Item">The record.</param>
/// <param name="Before">The record before it; null for the first.</param>
/// <param name="After">The record after it; null for the newest.</param>
/// <param name="Total">How many records the chain has.</param>
internal sealed record AuditRecordModel(AuditItem Item, AuditItem? Before, AuditItem? After, long Total);
