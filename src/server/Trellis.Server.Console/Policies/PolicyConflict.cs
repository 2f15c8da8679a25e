namespace Trellis.Server.Console.Policies;

/// <summary>Two policies that are at odds.</summary>
/// <param name="Type">In which way.</param>
/// <param name="Description">What is at odds, in a sentence.</param>
/// <param name="Policies">The two.</param>
internal sealed record PolicyConflict(string Type, string Description, IReadOnlyList<PolicyLine> Policies);
