namespace Trellis.Cli.Aerostack.Queue;

/// <summary>Jobs as they are printed.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Truncated">Whether there are more.</param>
internal sealed record PrintedJobs(IReadOnlyList<PrintedJob> Jobs, bool Truncated);
