using System.Text;

namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>Takes an expression apart into words.</summary>
internal sealed class RuleLexer(string source)
{
    private static readonly string[] Symbols = ["==", "!=", ">=", "<=", "&&", "||", ">", "<", "(", ")", "[", "]", ","];

    private int _at;

    /// <summary>The next word.</summary>
    public Token Next()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at]))
            _at++;

        if (_at == source.Length)
            return new Token(TokenKind.End, "", _at + 1);

        var first = source[_at];
        if (first is '\'' or '"')
            return Text(first);
        if (char.IsAsciiLetter(first) || first == '_')
            return Take(TokenKind.Word, static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
        if (char.IsAsciiDigit(first) || (first is '-' or '+' or '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])))
            return Number();

        return Symbol();
    }

    private Token Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, _at, symbol, 0, symbol.Length) == 0)
            {
                var token = new Token(TokenKind.Symbol, symbol, _at + 1);
                _at += symbol.Length;
                return token;
            }
        }

        return Invalid(_at, source[_at] switch
        {
            '=' => "Compare with '==', not with '='.",
            '!' => "There is no '!'; write '!=' or 'NOT IN'.",
            '&' => "Join with 'AND'.",
            '|' => "Join with 'OR'.",
            var other => $"'{other}' has no meaning here; texts stand in quotes.",
        });
    }

    private Token Number()
    {
        var token = Take(TokenKind.Number, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or ':');
        return Expressions.RuleLiteral.TryReadNumber(token.Text, out _)
            ? token
            : token with { Kind = TokenKind.Invalid, Text = $"'{token.Text}' is not a number; texts, dates and times stand in quotes." };
    }

    private Token Text(char quote)
    {
        var start = _at++;
        var text = new StringBuilder();
        while (_at < source.Length)
        {
            var c = source[_at++];
            if (c == quote)
                return new Token(TokenKind.Text, text.ToString(), start + 1);

            // A backslash before anything else is itself, as in a regular expression's \d.
            if (c == '\\' && _at < source.Length && source[_at] is '\\' or '\'' or '"')
                c = source[_at++];
            text.Append(c);
        }

        return Invalid(start, $"The text that begins here has no closing {quote}.");
    }

    private Token Take(TokenKind kind, Func<char, bool> belongs)
    {
        var start = _at++;
        while (_at < source.Length && belongs(source[_at]))
            _at++;
        return new Token(kind, source[start.._at], start + 1);
    }

    private Token Invalid(int position, string reason)
    {
        _at = source.Length;
        return new Token(TokenKind.Invalid, reason, position + 1);
    }
}
