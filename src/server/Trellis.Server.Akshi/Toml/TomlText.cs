using System.Globalization;
using System.Text;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads strings in their four notations: basic and literal, on one line and on several.</summary>
internal static class TomlText
{
    /// <summary>Reads a string, whose first character is a quote.</summary>
    public static string Read(ref TomlCursor cursor)
    {
        var quote = cursor.Current;
        return cursor.Peek(1) == quote && cursor.Peek(2) == quote ? ReadLines(ref cursor, quote) : ReadLine(ref cursor, quote);
    }

    private static string ReadLine(ref TomlCursor cursor, char quote)
    {
        var text = new StringBuilder();
        cursor.Skip(1);
        while (!cursor.TrySkip(quote))
        {
            if (cursor.IsAtEnd || cursor.Current is '\n' or '\r')
                throw cursor.Fail($"the string is not closed with {quote} on its line");

            ReadCharacter(ref cursor, quote, text);
        }

        return text.ToString();
    }

    private static string ReadLines(ref TomlCursor cursor, char quote)
    {
        var start = cursor.Position;
        var text = new StringBuilder();
        cursor.Skip(3);
        cursor.TrySkipNewLine();
        while (true)
        {
            if (cursor.IsAtEnd)
                throw new TomlException($"the string is not closed with {quote}{quote}{quote}", start);
            if (cursor.Current == quote && TryClose(ref cursor, quote, text))
                return text.ToString();
            if (cursor.TrySkipNewLine())
                text.Append('\n');
            else if (quote == '"' && cursor.Current == '\\' && IsLineContinued(cursor))
                SkipContinuation(ref cursor);
            else
                ReadCharacter(ref cursor, quote, text);
        }
    }

    // Up to two quotes may stand right before the three that close.
    private static bool TryClose(ref TomlCursor cursor, char quote, StringBuilder text)
    {
        var count = 0;
        while (count < 5 && cursor.TrySkip(quote))
            count++;

        text.Append(quote, count < 3 ? count : count - 3);
        return count >= 3;
    }

    private static bool IsLineContinued(TomlCursor cursor)
    {
        cursor.Skip(1);
        cursor.SkipBlanks();
        return cursor.TrySkipNewLine();
    }

    private static void SkipContinuation(ref TomlCursor cursor)
    {
        cursor.Skip(1);
        do
            cursor.SkipBlanks();
        while (cursor.TrySkipNewLine());
    }

    private static void ReadCharacter(ref TomlCursor cursor, char quote, StringBuilder text)
    {
        if (quote == '"' && cursor.Current == '\\')
        {
            ReadEscape(ref cursor, text);
            return;
        }

        cursor.RejectControl(isTabFine: true);
        text.Append(cursor.Current);
        cursor.Skip(1);
    }

    private static void ReadEscape(ref TomlCursor cursor, StringBuilder text)
    {
        var escape = cursor.Peek(1);
        switch (escape)
        {
            case 'u':
                ReadUnicode(ref cursor, 4, text);
                return;
            case 'U':
                ReadUnicode(ref cursor, 8, text);
                return;
        }

        text.Append(escape switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => throw cursor.Fail(@"after '\' comes one of b, t, n, f, r, "", \, u and U; a literal string in single quotes knows no escapes"),
        });
        cursor.Skip(2);
    }

    private static void ReadUnicode(ref TomlCursor cursor, int digits, StringBuilder text)
    {
        var rest = cursor.Rest[2..];
        if (rest.Length < digits
            || !uint.TryParse(rest[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune))
        {
            throw cursor.Fail($"the escape needs {digits} hexadecimal digits that are a Unicode character");
        }

        text.Append(rune.ToString());
        cursor.Skip(2 + digits);
    }
}
