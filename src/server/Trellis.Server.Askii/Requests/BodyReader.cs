using System.Buffers;
using System.Text.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Requests;

/// <summary>
/// Walks through the members of a request body once and reads their values with the leniencies of the contract (section 2.1). What does not
/// fit is noted in <see cref="Errors"/>, and the walk goes on.
/// </summary>
/// <remarks>
/// Unknown and repeated members are errors. The contract's models forbid unknown ones on both sides, and a misspelt limit must not leave a
/// key without one; of a repeated one, two readers of the same body may take different values.
/// </remarks>
internal ref struct BodyReader
{
    private const int LongestNameToTell = 32;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private readonly FieldTable _table;
    private Utf8JsonReader _json;
    private ulong _seen;
    private string _field = "";

    /// <summary>Creates a reader.</summary>
    /// <param name="json">Stands before the body.</param>
    /// <param name="table">The members that are known.</param>
    public BodyReader(Utf8JsonReader json, FieldTable table)
    {
        _json = json;
        _table = table;
    }

    /// <summary>What was wrong so far.</summary>
    public FieldErrors Errors { get; } = [];

    /// <summary>Whether the token itself is given twice or is no string.</summary>
    public bool TokenIsAmbiguous { get; private set; }

    /// <summary>Enters the body.</summary>
    /// <returns>False when it is not an object.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public bool TryEnter()
    {
        _json.Read();
        if (_json.TokenType is JsonTokenType.StartObject)
            return true;

        _json.Skip();
        _json.Read();
        return false;
    }

    /// <summary>Goes to the value of the next known member, which one of the other methods must then read.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public bool TryNext(out string name)
    {
        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            var index = _table.IndexOf(ref _json);
            if (index < 0)
            {
                Errors.Add(NameToTell(), "Extra inputs are not permitted", "extra_forbidden");
            }
            else if ((_seen & (1UL << index)) != 0)
            {
                Errors.Add(_table[index], "Field given more than once", "duplicate_field");
                TokenIsAmbiguous |= index == 0;
            }
            else
            {
                _seen |= 1UL << index;
                name = _field = _table[index];
                _json.Read();
                return true;
            }

            _json.Read();
            _json.Skip();
        }

        // Reading past the end makes sure that nothing follows the object.
        _json.Read();
        name = "";
        return false;
    }

    /// <summary>Reads the token; null when it is not a string.</summary>
    public string? Token()
    {
        // An absent token and a null one are both none, which is for authentication to refuse.
        if (_json.TokenType is JsonTokenType.Null)
            return null;

        var token = Text();
        TokenIsAmbiguous |= token is null;
        return token;
    }

    /// <summary>Reads a text without the white space around it; null, and an error, when it is none.</summary>
    public string? Text() => TextAt(index: null);

    /// <summary>Reads a text that may be null.</summary>
    public string? NullableText() => _json.TokenType is JsonTokenType.Null ? null : Text();

    /// <summary>Reads a list of texts without repetitions; null, and errors, when it is none.</summary>
    public IReadOnlyList<string>? TextList()
    {
        if (_json.TokenType is not JsonTokenType.StartArray)
        {
            Refuse("Input should be a valid list", "list_type");
            return null;
        }

        var texts = new List<string>();
        for (var index = 0; _json.Read() && _json.TokenType is not JsonTokenType.EndArray; index++)
        {
            if (TextAt(index) is { } text && !texts.Contains(text))
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>Reads a list of texts that may be null.</summary>
    public IReadOnlyList<string>? NullableTextList() => _json.TokenType is JsonTokenType.Null ? null : TextList();

    /// <summary>Reads one of some words, exactly as they are written; or null.</summary>
    public string? NullableWord(ReadOnlySpan<string> words)
    {
        if (_json.TokenType is JsonTokenType.Null)
            return null;

        if (_json.TokenType is JsonTokenType.String && TryGetText(out var text) && words.IndexOf(text) is >= 0 and var index)
            return words[index];

        Refuse($"Input should be {Enumerate(words)}", "enum");
        return null;
    }

    /// <summary>Reads a whole number: <c>30</c>, <c>30.0</c> or <c>"30"</c>; zero, and an error, when it is none or out of range.</summary>
    public int Integer(int least, int most)
    {
        if (Number("integer", "int") is not { } number)
            return 0;

        if (decimal.Truncate(number) != number)
            Refuse("Input should be a valid integer, got a number with a fractional part", "int_from_float");
        else if (IsWithin(number, least, most))
            return (int)number;

        return 0;
    }

    /// <summary>Reads a number or null; null, and an error, when it is neither or out of range.</summary>
    public decimal? NullableNumber(decimal least, decimal most) =>
        _json.TokenType is not JsonTokenType.Null && Number("number", "float") is { } number && IsWithin(number, least, most) ? number : null;

    /// <summary>Reads a boolean: <c>true</c>, <c>1</c>, <c>"yes"</c> and the like; false, and an error, when it is none.</summary>
    public bool Boolean()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return _json.GetBoolean();
            case JsonTokenType.Number when _json.TryGetDecimal(out var number) && number is 0 or 1:
                return number == 1;
            case JsonTokenType.String when TryGetText(out var text) && LenientBoolean.TryParse(text, out var value):
                return value;
            case JsonTokenType.Number or JsonTokenType.String:
                Refuse("Input should be a valid boolean, unable to interpret input", "bool_parsing");
                return false;
            default:
                Refuse("Input should be a valid boolean", "bool_type");
                return false;
        }
    }

    private static string Enumerate(ReadOnlySpan<string> words) =>
        string.Concat(string.Join(", ", words[..^1].ToArray().Select(static word => $"'{word}'")), $" or '{words[^1]}'");

    private string? TextAt(int? index)
    {
        if (_json.TokenType is not JsonTokenType.String)
            Refuse("Input should be a valid string", "string_type", index);
        else if (!TryGetText(out var text) || !StorableText.IsValid(text))
            Refuse("Input should be a valid string, unable to parse raw data as a unicode string", "string_unicode", index);
        else
            return text.Trim();

        return null;
    }

    // An escape such as \ud800 without its other half is JSON, but no text.
    private readonly bool TryGetText(out string text)
    {
        try
        {
            text = _json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private decimal? Number(string kind, string type)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Number when _json.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.Number:
                Refuse($"Input should be a valid {kind}, this one has too many digits", $"{type}_parsing_size");
                return null;
            case JsonTokenType.String when TryGetText(out var text) && LenientNumber.TryParse(text, out var number):
                return number;
            case JsonTokenType.String:
                Refuse($"Input should be a valid {kind}, unable to parse string as {(kind == "integer" ? "an" : "a")} {kind}", $"{type}_parsing");
                return null;
            default:
                Refuse($"Input should be a valid {kind}", $"{type}_type");
                return null;
        }
    }

    private bool IsWithin(decimal number, decimal least, decimal most)
    {
        if (number < least)
            Refuse(FormattableString.Invariant($"Input should be greater than or equal to {least}"), "greater_than_equal");
        else if (number > most)
            Refuse(FormattableString.Invariant($"Input should be less than or equal to {most}"), "less_than_equal");
        else
            return true;

        return false;
    }

    private void Refuse(string message, string type, int? index = null)
    {
        Errors.Add(_field, message, type, index);
        _json.Skip();
    }

    // A secret that was sent as a name must not come back; names of members are words.
    private readonly string? NameToTell() =>
        _json.ValueSpan.Length <= LongestNameToTell && TryGetText(out var name) && !name.AsSpan().ContainsAnyExcept(NameCharacters) ? name : null;
}
