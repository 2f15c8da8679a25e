namespace Trellis.Cli;

/// <summary>How a failed command ends: what it says and which code it exits with.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Label">The kind of failure, in a few words.</param>
/// <param name="Message">What happened, for people.</param>
internal sealed record Failure(int ExitCode, string Label, string Message)
{
    /// <summary>More about it, a line each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What an exception means that no platform knows.</summary>
    public static Failure Unexpected(Exception exception) => exception is FormatException
        ? new(ExitCodes.Unexpected, "configuration error", exception.Message)
        : new(ExitCodes.Unexpected, "unexpected error", $"{exception.GetType().Name}: {exception.Message}");
}
