using System.CommandLine;

namespace Trellis.Cli;

/// <summary>The one or more things that a command is about, which are given by their place behind the command's name.</summary>
internal sealed class TextsArgument : Argument<string[]>
{
    /// <param name="name">What stands for each in the help.</param>
    /// <param name="description">What they are.</param>
    public TextsArgument(string name, string description)
        : base(name) => (Description, Arity) = (description, ArgumentArity.OneOrMore);

    /// <summary>The texts in the order given, each once.</summary>
    public IReadOnlyList<string> Read(CommandInput input) => [.. input.Parsed.GetRequiredValue(this).Distinct(StringComparer.Ordinal)];
}
