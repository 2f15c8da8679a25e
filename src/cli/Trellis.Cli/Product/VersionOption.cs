using System.CommandLine;
using System.CommandLine.Invocation;

namespace Trellis.Cli;

/// <summary><c>--version</c>, which people try first: the same as the command.</summary>
internal sealed class VersionOption : Option<bool>
{
    /// <summary>What is typed.</summary>
    public const string Text = "--version";

    public VersionOption(CliHost host)
        : base(Text)
    {
        Description = "Print the version of this program";
        Arity = ArgumentArity.Zero;
        Action = new Print(host);
    }

    private sealed class Print(CliHost host) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            VersionCommand.Print(host);
            return ExitCodes.Success;
        }
    }
}
