namespace Trellis.Server.Kernel.OpenApi;

/// <summary>The pieces of a file of descriptions, read one after the other.</summary>
internal sealed class DescriptionTokens
{
    private readonly DescriptionLexer _lexer;
    private readonly string _file;

    public DescriptionTokens(string file, string text)
    {
        _file = file;
        _lexer = new DescriptionLexer(text);
        Current = _lexer.Next();
    }

    /// <summary>The piece that is read next.</summary>
    public DescriptionToken Current { get; private set; }

    /// <summary>Whether it is a word, of which only this one counts if one is given.</summary>
    public bool IsWord(string? word = null) => Current.Kind is DescriptionTokenKind.Word && (word is null || Current.Text == word);

    /// <summary>Whether it is a word that begins with a digit: a status.</summary>
    public bool IsStatus => Current.Kind is DescriptionTokenKind.Word && char.IsAsciiDigit(Current.Text[0]);

    /// <summary>Reads a piece that must be of a kind.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public string Take(DescriptionTokenKind kind)
    {
        if (Current.Kind != kind)
            throw Refuse($"a {kind} was expected");

        var text = Current.Text;
        Current = _lexer.Next();
        return text;
    }

    /// <summary>Reads a sign if it is there.</summary>
    public bool TryTakeSign(string sign)
    {
        if (Current.Kind is not DescriptionTokenKind.Sign || Current.Text != sign)
            return false;

        Current = _lexer.Next();
        return true;
    }

    /// <summary>Reads a word if it is there.</summary>
    public bool TryTakeWord(string word)
    {
        if (!IsWord(word))
            return false;

        Current = _lexer.Next();
        return true;
    }

    /// <summary>Reads a sign that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public void TakeSign(string sign)
    {
        if (!TryTakeSign(sign))
            throw Refuse($"'{sign}' was expected");
    }

    /// <summary>The exception that says where something is wrong.</summary>
    public FormatException Refuse(string reason) => new($"{_file}, line {Current.Line}, at '{Current.Text}': {reason}.");
}
