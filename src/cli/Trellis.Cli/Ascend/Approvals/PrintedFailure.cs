namespace Trellis.Cli.Ascend.Approvals;

/// <summary>An action that was not decided, as it is printed.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Error">The kind of failure.</param>
/// <param name="Message">What happened.</param>
internal sealed record PrintedFailure(string ActionId, int ExitCode, string Error, string Message);
