namespace Trellis.Cli;

/// <summary>How text is made to stand out: by ANSI sequences on a terminal, not at all anywhere else.</summary>
internal sealed class TextStyle
{
    private readonly bool _isAnsi;

    private TextStyle(bool isAnsi) => _isAnsi = isAnsi;

    public static TextStyle Plain { get; } = new(false);

    public static TextStyle Ansi { get; } = new(true);

    public string Title(string text) => Dress(text, "1");

    public string Heading(string text) => Dress(text, "2");

    public string Failure(string text) => Dress(text, "1;31");

    private string Dress(string text, string code) => _isAnsi ? $"\e[{code}m{text}\e[0m" : text;
}
