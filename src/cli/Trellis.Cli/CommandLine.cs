using System.CommandLine;
using Trellis.Cli.Aerostack;
using Trellis.Cli.Akshi;
using Trellis.Cli.Ascend;
using Trellis.Cli.Askii;

namespace Trellis.Cli;

/// <summary>The whole program but for the process around it: from the arguments to the exit code.</summary>
internal static class CommandLine
{
    // Arguments that begin with '@' are values like any other here, not files to read arguments from.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command.</summary>
    /// <param name="programName">The name that the program was called by.</param>
    /// <param name="args">The arguments after that name.</param>
    /// <param name="host">The world outside.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        string programName, IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        if (VersionCommand.IsMeantBy(args))
        {
            VersionCommand.Print(host);
            return ExitCodes.Success;
        }

        var root = BuildRoot(programName, args, host);
        var parsed = root.Parse(args, Parsing);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(Invocation(host), cancellationToken).ConfigureAwait(false);
        }

        if (parsed is { CommandResult.Command.Subcommands.Count: > 0, UnmatchedTokens.Count: 0 })
        {
            await root.Parse([.. args, "--help"], Parsing).InvokeAsync(Invocation(host), cancellationToken).ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        UsageReport.Write(host, UsageErrors.Of(parsed), CommandPath.Of(parsed));
        return ExitCodes.Usage;
    }

    /// <summary>Under the name of a platform, that platform's commands are the root; else each platform is a command.</summary>
    private static Command BuildRoot(string programName, IReadOnlyList<string> args, CliHost host)
    {
        var root = MakePlatform(programName, host) ?? AllOf(PlatformsFor(args, host));
        root.Add(new VersionCommand(host));
        root.Options.Add(new VersionOption(host));
        root.Options.Add(HelpWithExamples.Option());
        return root;
    }

    // Each holds many commands: of a platform that the first argument does not name, none can be meant.
    private static Command[] PlatformsFor(IReadOnlyList<string> args, CliHost host) =>
        args is [var first, ..] && MakePlatform(first, host) is { } named
            ? [named]
            : [new AskiiGroup(host), new AkshiGroup(host), new AerostackGroup(host), new AscendGroup(host)];

    private static Command? MakePlatform(string name, CliHost host) => name switch
    {
        "askii" => new AskiiGroup(host),
        "akshi" => new AkshiGroup(host),
        "aerostack" => new AerostackGroup(host),
        "ascend" => new AscendGroup(host),
        _ => null,
    };

    private static Command AllOf(Command[] platforms)
    {
        var root = new Command(ProgramName.Trellis, "Works with AI-agent platforms from the command line.");
        foreach (var platform in platforms) root.Add(platform);
        return root;
    }

    private static InvocationConfiguration Invocation(CliHost host) => new()
    {
        Output = host.Output,
        Error = host.Error,
        EnableDefaultExceptionHandler = false,

        // Signals are answered by Interruption, which knows the exit code of each.
        ProcessTerminationTimeout = null,
    };
}
