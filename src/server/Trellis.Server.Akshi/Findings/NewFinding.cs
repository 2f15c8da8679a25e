namespace Trellis.Server.Akshi.Findings;

/// <summary>A finding that is not stored yet (contract, sections 2.5 and 4.2).</summary>
/// <param name="Agent">Who found it.</param>
/// <param name="Severity">One of the known words, in lower case.</param>
/// <param name="File">Where; empty for nowhere in particular.</param>
/// <param name="Summary">What, in one line.</param>
/// <param name="Detail">More about it; null for none.</param>
/// <param name="At">When it was found; null for when it is stored.</param>
internal sealed record NewFinding(string Agent, string Severity, string File, string Summary, string? Detail, DateTimeOffset? At);
