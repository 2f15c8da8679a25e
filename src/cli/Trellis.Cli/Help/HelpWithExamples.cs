using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Trellis.Cli;

/// <summary>The library's help, followed by the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>The option that shows it, on every command.</summary>
    public static HelpOption Option()
    {
        var option = new HelpOption { Description = "Show this help" };
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return option;
    }

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHasExamples { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            var path = CommandPath.Of(parseResult);
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {path} {example}".TrimEnd());
            output.WriteLine();
        }

        return ExitCodes.Success;
    }
}
