namespace Trellis.Server.Console.Policies;

/// <summary>A page of policies.</summary>
/// <param name="Policies">The policies, the oldest first.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PolicyList(IReadOnlyList<PolicyLine> Policies, long Total);
