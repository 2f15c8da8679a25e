namespace Trellis.Cli;

/// <summary>How text is made to stand out: by ANSI sequences on a terminal, not at all anywhere else.</summary>
internal sealed class TextStyle
{
    private TextStyle(bool isAnsi) => IsAnsi = isAnsi;

    public static TextStyle Plain { get; } = new(false);

    public static TextStyle Ansi { get; } = new(true);

    /// <summary>Whether ANSI sequences may be written.</summary>
    public bool IsAnsi { get; }

    public string Title(string text) => Dress(text, "1");

    public string Heading(string text) => Dress(text, "2");

    public string Failure(string text) => Dress(text, "1;31");

    private string Dress(string text, string code) => IsAnsi ? $"\e[{code}m{text}\e[0m" : text;
}
