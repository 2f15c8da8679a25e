namespace Trellis.TestInfrastructure;

/// <summary>How a program ended and what it said.</summary>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Errors);
