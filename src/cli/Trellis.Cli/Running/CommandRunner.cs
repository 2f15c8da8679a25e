namespace Trellis.Cli;

/// <summary>Runs what a command does, and turns whatever it throws into a message and an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="host">Where failures are reported.</param>
    /// <param name="commandPath">The command's full name.</param>
    /// <param name="classify">What the platform's own exceptions mean; <see langword="null"/> for one that is not its own.</param>
    /// <param name="run">What the command does; its result is the exit code.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        CliHost host, string commandPath, Func<Exception, Failure?> classify, Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption(cancellationToken);
        try
        {
            return await run(interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return interruption.ExitCode;
        }
        catch (UsageException e)
        {
            UsageReport.Write(host, [e.Message], commandPath);
            return ExitCodes.Usage;
        }
        catch (Exception e)
        {
            var failure = classify(e) ?? Failure.Unexpected(e);
            FailureReport.Write(host, failure, e);
            return failure.ExitCode;
        }
    }
}
