namespace Trellis.Server.Akshi.Configuration;

/// <summary>A regular expression that makes a finding of each line that it matches: <c>[[agents.rules]]</c>.</summary>
/// <param name="Pattern">The expression, in .NET's notation. It was compiled once and is good.</param>
/// <param name="Severity">The finding's severity.</param>
/// <param name="Summary">The finding's summary; null for the line itself.</param>
/// <param name="IgnoresCase">Whether upper and lower case are the same.</param>
internal sealed record AgentRule(string Pattern, string Severity, string? Summary, bool IgnoresCase);
