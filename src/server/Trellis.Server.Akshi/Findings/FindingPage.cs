namespace Trellis.Server.Akshi.Findings;

/// <summary>A page of findings.</summary>
/// <param name="Findings">The oldest first.</param>
/// <param name="NextSeq">The first number that the reader has not seen (contract, section 4.1).</param>
internal sealed record FindingPage(IReadOnlyList<Finding> Findings, long NextSeq);
