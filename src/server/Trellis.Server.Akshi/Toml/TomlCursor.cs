namespace Trellis.Server.Akshi.Toml;

/// <summary>Walks over the characters of a document and knows where it is.</summary>
internal ref struct TomlCursor(ReadOnlySpan<char> text)
{
    /// <summary>What <see cref="Current"/> is behind the last character.</summary>
    public const char End = '\0';

    private readonly ReadOnlySpan<char> _text = text;
    private int _index = 0;
    private int _line = 1;
    private int _lineStart = 0;

    public readonly bool IsAtEnd => _index >= _text.Length;

    public readonly char Current => Peek(0);

    public readonly TomlPosition Position => new(_line, _index - _lineStart + 1);

    /// <summary>The rest of the document.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[_index..];

    public readonly char Peek(int ahead) => _index + ahead < _text.Length ? _text[_index + ahead] : End;

    public readonly bool StartsWith(ReadOnlySpan<char> text) => Rest.StartsWith(text, StringComparison.Ordinal);

    /// <summary>Goes on by characters of which none ends a line.</summary>
    public void Skip(int count) => _index += count;

    public bool TrySkip(char expected)
    {
        if (IsAtEnd || Current != expected)
            return false;

        _index++;
        return true;
    }

    /// <summary>Goes over a line's end: LF or CR LF.</summary>
    public bool TrySkipNewLine()
    {
        if (Current == '\r' && Peek(1) == '\n')
            _index++;
        else if (Current != '\n')
            return false;

        _index++;
        _line++;
        _lineStart = _index;
        return true;
    }

    /// <summary>Goes over spaces and tabs.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            _index++;
    }

    /// <summary>Goes over spaces, tabs, and a comment.</summary>
    public void SkipBlanksAndComment()
    {
        SkipBlanks();
        if (!TrySkip('#'))
            return;

        while (!IsAtEnd && Current != '\n' && !(Current == '\r' && Peek(1) == '\n'))
        {
            RejectControl(isTabFine: true);
            _index++;
        }
    }

    /// <summary>Goes over everything that separates the elements of an array.</summary>
    public void SkipLines()
    {
        do
            SkipBlanksAndComment();
        while (TrySkipNewLine());
    }

    /// <summary>Goes over the rest of a line, which must hold nothing but a comment.</summary>
    /// <exception cref="TomlException">It holds something else.</exception>
    public void EndLine()
    {
        SkipBlanksAndComment();
        if (!IsAtEnd && !TrySkipNewLine())
            throw Fail("there must be nothing but a comment after the value or header on its line");
    }

    /// <summary>Refuses a control character, of which a document holds none but tabs and the ends of lines.</summary>
    public readonly void RejectControl(bool isTabFine)
    {
        if ((Current < ' ' && !(isTabFine && Current == '\t')) || Current == '\u007f')
            throw Fail(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the control character U+{(int)Current:X4} is not allowed here"));
    }

    public readonly TomlException Fail(string reason) => new(reason, Position);
}
