using System.Globalization;
using System.Text;

namespace Trellis.Server.Aerostack.Database.Postgres;

/// <summary>
/// Turns question marks into PostgreSQL's parameters. Literals, quoted names, dollar quotes and comments are passed over
/// (https://www.postgresql.org/docs/current/sql-syntax-lexical.html). Two question marks are one of PostgreSQL's own operators with one.
/// </summary>
internal ref struct PostgresSqlReader
{
    private readonly ReadOnlySpan<char> _sql;
    private readonly StringBuilder _text;
    private readonly List<string> _words = [];
    private int _position;
    private int _parameters;
    private bool _hasEnded;
    private SqlFailure? _failure;

    private PostgresSqlReader(string sql)
    {
        _sql = sql;
        _text = new StringBuilder(sql.Length + 16);
    }

    /// <summary>Reads one statement.</summary>
    public static PostgresSql? Read(string sql, out SqlFailure? failure)
    {
        var reader = new PostgresSqlReader(sql);
        while (reader._failure is null && reader._position < sql.Length)
            reader.ReadPart();

        failure = reader._failure ?? (reader._words.Count == 0 ? SqlFailure.NotOne() : null);
        return failure is null ? new PostgresSql(reader._text.ToString(), reader._parameters, reader._words) : null;
    }

    private readonly char Next => _position + 1 < _sql.Length ? _sql[_position + 1] : '\0';

    private void ReadPart()
    {
        var current = _sql[_position];
        if (char.IsWhiteSpace(current))
            Take(1);
        else if (current == '-' && Next == '-')
            SkipLine();
        else if (current == '/' && Next == '*')
            SkipComment();
        else if (current == ';')
            End();
        else if (_hasEnded)
            _failure = SqlFailure.NotOne();
        else
            ReadToken(current);
    }

    private void ReadToken(char current)
    {
        if (current == '\'')
            TakeQuoted('\'', hasEscapes: false);
        else if (current == '"')
            TakeName();
        else if (current == '$' && TryTakeDollarQuote())
            return;
        else if (current == '$' && char.IsAsciiDigit(Next))
            _failure = SqlFailure.Refused("Parameters are written as question marks.");
        else if (current == '?')
            TakeParameter();
        else if (IsWordStart(current))
            TakeWord();
        else if (char.IsAsciiDigit(current))
            TakeNumber();
        else
            Take(1);
    }

    private void Take(int length)
    {
        _text.Append(_sql.Slice(_position, length));
        _position += length;
    }

    private void End()
    {
        _hasEnded = true;
        _position++;
    }

    private void SkipLine()
    {
        var length = _sql[_position..].IndexOfAny('\n', '\r');
        _position = length < 0 ? _sql.Length : _position + length;
        _text.Append(' ');
    }

    // Comments nest.
    private void SkipComment()
    {
        var depth = 0;
        do
        {
            if (_position >= _sql.Length)
            {
                _failure = SqlFailure.Refused("unterminated /* comment");
                return;
            }

            var isOpening = _sql[_position] == '/' && Next == '*';
            var isClosing = _sql[_position] == '*' && Next == '/';
            depth += isOpening ? 1 : isClosing ? -1 : 0;
            _position += isOpening || isClosing ? 2 : 1;
        }
        while (depth > 0);
        _text.Append(' ');
    }

    private void TakeQuoted(char quote, bool hasEscapes)
    {
        var end = _position + 1;
        while (end < _sql.Length && (_sql[end] != quote || (end + 1 < _sql.Length && _sql[end + 1] == quote)))
            end += _sql[end] == quote || (hasEscapes && _sql[end] == '\\') ? 2 : 1;
        if (end >= _sql.Length)
            _failure = SqlFailure.Refused("unterminated quoted string or identifier");
        else
            Take(end + 1 - _position);
    }

    private void TakeName()
    {
        var start = _position + 1;
        TakeQuoted('"', hasEscapes: false);
        if (_failure is null)
            _words.Add(_sql[start..(_position - 1)].ToString().Replace("\"\"", "\"", StringComparison.Ordinal));
    }

    private void TakeWord()
    {
        var length = 1;
        while (_position + length < _sql.Length && IsWordPart(_sql[_position + length]))
            length++;
        var word = _sql.Slice(_position, length).ToString().ToUpperInvariant();
        var after = _position + length < _sql.Length ? _sql[_position + length] : '\0';

        // U& writes characters by their numbers, so what it quotes is not what it says.
        if (word == "U" && after == '&')
            _failure = SqlFailure.Refused("Literals and names with U& may not be used here.", "not_allowed");
        else
            _words.Add(word);
        Take(length);
        if (word == "E" && after == '\'')
        {
            _words.RemoveAt(_words.Count - 1);
            TakeQuoted('\'', hasEscapes: true);
        }
    }

    private void TakeNumber()
    {
        var length = 1;
        while (_position + length < _sql.Length && (char.IsAsciiLetterOrDigit(_sql[_position + length]) || _sql[_position + length] is '.' or '_'))
            length++;
        Take(length);
    }

    private void TakeParameter()
    {
        if (Next == '?')
        {
            _text.Append('?');
            _position += 2;
            return;
        }

        _position++;
        _text.Append('$').Append((++_parameters).ToString(CultureInfo.InvariantCulture));
    }

    private bool TryTakeDollarQuote()
    {
        var tag = 1;
        while (_position + tag < _sql.Length && IsWordPart(_sql[_position + tag]) && _sql[_position + tag] != '$')
            tag++;
        if (_position + tag >= _sql.Length || _sql[_position + tag] != '$' || char.IsAsciiDigit(Next))
            return false;

        var delimiter = _sql.Slice(_position, tag + 1);
        var end = _sql[(_position + delimiter.Length)..].IndexOf(delimiter);
        if (end < 0)
            _failure = SqlFailure.Refused("unterminated dollar-quoted string");
        else
            Take(delimiter.Length + end + delimiter.Length);
        return true;
    }

    private static bool IsWordStart(char character) => char.IsAsciiLetter(character) || character == '_' || character >= 0x80;

    private static bool IsWordPart(char character) => IsWordStart(character) || char.IsAsciiDigit(character) || character == '$';
}
