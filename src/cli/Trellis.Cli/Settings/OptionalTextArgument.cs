using System.CommandLine;

namespace Trellis.Cli;

/// <summary>What a command may be told by its place behind the command's name.</summary>
internal sealed class OptionalTextArgument : Argument<string?>
{
    /// <param name="name">What stands for it in the help.</param>
    /// <param name="description">What it is.</param>
    public OptionalTextArgument(string name, string description)
        : base(name) => (Description, Arity) = (description, ArgumentArity.ZeroOrOne);

    /// <summary>The text; <see langword="null"/> when there is none or it is empty.</summary>
    public string? Read(CommandInput input) => input.Parsed.GetValue(this) is { Length: > 0 } text ? text : null;
}
