namespace Trellis.Server.Console.Policies;

/// <summary>What would be decided.</summary>
/// <param name="Status"><c>approved</c>, <c>denied</c> or <c>pending_approval</c>.</param>
/// <param name="Reason">Why.</param>
internal sealed record TriedDecision(string Status, string? Reason);
