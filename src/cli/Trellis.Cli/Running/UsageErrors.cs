using System.CommandLine;

namespace Trellis.Cli;

/// <summary>What is wrong with a command line, in sentences that say what would be right.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        // Only the first one is named: those after it are often its values, which can be secret.
        if (parsed.UnmatchedTokens is not [var unknown, ..])
        {
            return parsed.Errors.Select(static error => error.Message);
        }

        var command = parsed.CommandResult.Command;
        var path = CommandPath.Of(parsed);
        return unknown.StartsWith('-') ? [$"{path} has no option '{unknown}'."]
            : command.Subcommands.Count == 0 ? [$"{path} takes no {(command.Arguments.Count > 0 ? "further " : "")}argument '{unknown}'."]
            : [$"{path} has no command '{unknown}', but {string.Join(", ", command.Subcommands.Select(static sub => sub.Name))}."];
    }
}
