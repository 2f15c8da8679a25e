namespace Trellis.Cli;

/// <summary>How much a terminal shows, in characters.</summary>
internal readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>What a terminal shows that does not say.</summary>
    public static TerminalSize Usual { get; } = new(80, 24);

    /// <summary>That of the terminal which this process writes to.</summary>
    public static TerminalSize OfThisProcess()
    {
        try
        {
            return Console.WindowWidth > 0 && Console.WindowHeight > 1 ? new(Console.WindowWidth, Console.WindowHeight) : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
