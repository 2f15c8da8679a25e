namespace Trellis.Server.Console.Policies;

/// <summary>The policies that are at odds.</summary>
/// <param name="Conflicts">The conflicts.</param>
internal sealed record PolicyConflictList(IReadOnlyList<PolicyConflict> Conflicts);
