using System.CommandLine;

namespace Trellis.Cli;

/// <summary>A command that asks a platform something. Each platform derives its own base, which adds the connection.</summary>
internal abstract class PlatformCommand : Command, IHasExamples
{
    /// <param name="host">The world outside.</param>
    /// <param name="name">The command's own name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="classify">What the platform's exceptions mean.</param>
    protected PlatformCommand(CliHost host, string name, string description, Func<Exception, Failure?> classify)
        : base(name, description) =>
        SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(
            host, CommandPath.Of(parsed), classify, token => RunAsync(new CommandInput(parsed, host), token), cancellationToken));

    /// <inheritdoc/>
    public IReadOnlyList<string> Examples { get; protected init; } = [];

    /// <summary>Does what the command is for.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract Task<int> RunAsync(CommandInput input, CancellationToken cancellationToken);
}
