namespace Trellis.Cli.Akshi.Approvals;

/// <summary>An approval that was not decided, as it is printed.</summary>
/// <param name="Id">The approval.</param>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Error">The kind of failure.</param>
/// <param name="Message">What happened.</param>
internal sealed record PrintedFailure(string Id, int ExitCode, string Error, string Message);
