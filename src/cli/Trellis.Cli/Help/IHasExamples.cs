namespace Trellis.Cli;

/// <summary>A command whose help shows how it is used.</summary>
internal interface IHasExamples
{
    /// <summary>What to type after the command's name, a line each.</summary>
    IReadOnlyList<string> Examples { get; }
}
