namespace Trellis.Server.Ascend.Content;

/// <summary>What a check found. It never repeats the text it was found in, which may hold secrets.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Severity">One of <see cref="FindingSeverity"/>.</param>
/// <param name="Description">What it means, for a person.</param>
internal sealed record ContentFinding(string Rule, string Severity, string Description);
