namespace Trellis.Server.Akshi.Findings;

/// <summary>A finding as it is stored.</summary>
/// <param name="Seq">Its number, from 1 on, without gaps.</param>
/// <param name="At">When it was found.</param>
/// <param name="Severity">How bad it is; one of <see cref="Severities"/>.</param>
/// <param name="Agent">Who found it.</param>
/// <param name="File">Where; empty for nowhere in particular.</param>
/// <param name="Summary">What, in one line.</param>
/// <param name="Detail">More about it; null for none.</param>
internal sealed record Finding(long Seq, DateTimeOffset At, string Severity, string Agent, string File, string Summary, string? Detail);
