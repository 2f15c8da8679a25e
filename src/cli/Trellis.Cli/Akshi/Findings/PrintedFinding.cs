using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Findings;

/// <summary>A <see cref="Finding"/> as it is printed: under the names of all SDKs, as the server sends it.</summary>
internal sealed record PrintedFinding(
    long Seq,
    DateTimeOffset? Ts,
    FindingSeverity? Severity,
    string? Source,
    string? Agent,
    string? File,
    string? Summary,
    string? Title,
    string? Detail)
{
    public static PrintedFinding Of(Finding finding) => new(
        finding.Seq, finding.Ts, finding.Severity, finding.Source, finding.Agent, finding.File, finding.Summary, finding.Title, finding.Detail);
}
