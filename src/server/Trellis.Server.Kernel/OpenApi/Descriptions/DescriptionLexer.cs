namespace Trellis.Server.Kernel.OpenApi;

/// <summary>Cuts a file of descriptions into pieces. Space between them means nothing, and what follows a <c>#</c> is for people.</summary>
internal sealed class DescriptionLexer(string text)
{
    private const string Signs = "{}[]():,|?";

    private int _position;
    private int _line = 1;

    /// <summary>The next piece.</summary>
    /// <exception cref="FormatException">A quotation does not end.</exception>
    public DescriptionToken Next()
    {
        SkipSpace();
        if (_position == text.Length)
            return new DescriptionToken(DescriptionTokenKind.End, "", _line);
        if (text[_position] == '"')
            return ReadQuotation();

        // A path has braces of its own.
        if (text[_position] == '/')
            return new DescriptionToken(DescriptionTokenKind.Word, Take(static letter => !char.IsWhiteSpace(letter)), _line);
        return Signs.Contains(text[_position], StringComparison.Ordinal)
            ? new DescriptionToken(DescriptionTokenKind.Sign, text[_position++].ToString(), _line)
            : new DescriptionToken(DescriptionTokenKind.Word, Take(static letter => !char.IsWhiteSpace(letter) && letter != '"' && !Signs.Contains(letter, StringComparison.Ordinal)), _line);
    }

    private DescriptionToken ReadQuotation()
    {
        var end = text.IndexOf('"', _position + 1);
        if (end < 0)
            throw new FormatException($"Line {_line}: a quotation does not end.");

        var quotation = text[(_position + 1)..end];
        _position = end + 1;
        return new DescriptionToken(DescriptionTokenKind.Quotation, quotation, _line);
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < text.Length && belongs(text[_position]))
            _position++;
        return text[start.._position];
    }

    private void SkipSpace()
    {
        while (_position < text.Length && (char.IsWhiteSpace(text[_position]) || text[_position] == '#'))
        {
            if (text[_position] == '#')
            {
                Take(static letter => letter != '\n');
                continue;
            }

            if (text[_position++] == '\n')
                _line++;
        }
    }
}
