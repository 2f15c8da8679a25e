using System.CommandLine;
using System.CommandLine.Parsing;

namespace Trellis.Cli;

/// <summary>The names that lead to a command, as they are typed: <c>trellis askii keys list</c>.</summary>
internal static class CommandPath
{
    public static string Of(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: var command }; result = result.Parent)
        {
            names.Push(command.Name);
        }

        return string.Join(' ', names);
    }
}
