using System.CommandLine;

namespace Trellis.Cli;

/// <summary>What a command is about, which is given by its place behind the command's name.</summary>
internal sealed class TextArgument : Argument<string>
{
    /// <param name="name">What stands for it in the help.</param>
    /// <param name="description">What it is.</param>
    public TextArgument(string name, string description)
        : base(name) => Description = description;

    /// <summary>The text.</summary>
    public string Read(CommandInput input) => input.Parsed.GetRequiredValue(this);
}
