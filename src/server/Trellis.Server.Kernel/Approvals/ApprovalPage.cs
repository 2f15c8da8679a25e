namespace Trellis.Server.Kernel.Approvals;

/// <summary>Which part of a list to read; the newest comes first.</summary>
/// <param name="Limit">At most how many.</param>
/// <param name="After">The last one of the part before, whose position costs nothing to find; null for the first part.</param>
/// <param name="Offset">How many to pass over, for callers that count instead.</param>
public sealed record ApprovalPage(int Limit, Approval? After = null, int Offset = 0);
