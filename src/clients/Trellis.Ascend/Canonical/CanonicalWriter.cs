using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Writes JSON in the one form that both sides sign: members sorted by Unicode code point, a blank after each comma and colon, ASCII
/// alone. What is written is also what is sent, so that a server that signs the bytes and one that signs the values agree. Contract
/// section 1.5.
/// </summary>
/// <remarks>Members of an object that is written by hand must be given in their order; those of a <see cref="JsonObject"/> are sorted here.</remarks>
internal ref struct CanonicalWriter(PooledBuffer output)
{
    // As deep as any JSON reader goes by default.
    private const int MaxDepth = 64;

    private const string HexDigits = "0123456789abcdef";

    // All that stands as it is: U+0020 to U+007E without the quotation mark and the backslash.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static code => (char)code).Where(static c => c is not ('"' or '\\'))]);

    private readonly PooledBuffer _output = output;
    private bool _needsComma;

    public void BeginObject()
    {
        _output.Write("{"u8);
        _needsComma = false;
    }

    public void EndObject()
    {
        _output.Write("}"u8);
        _needsComma = true;
    }

    /// <summary>Begins a member; its value follows.</summary>
    public void Name(string name)
    {
        Separate();
        Text(name);
        _output.Write(": "u8);
    }

    public void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    public void Member(string name, bool value)
    {
        Name(name);
        Bool(value);
    }

    public void Member(string name, long value)
    {
        Name(name);
        CanonicalNumber.Write(value, _output);
    }

    public void Member(string name, JsonNode? value, IMemberFilter? filter = null)
    {
        Name(name);
        Node(value, filter);
    }

    public void Member(string name, IReadOnlyList<string> values)
    {
        Name(name);
        _output.Write("["u8);
        _needsComma = false;
        foreach (var value in values)
        {
            Separate();
            Text(value);
        }

        _output.Write("]"u8);
        _needsComma = true;
    }

    /// <summary>Writes a tree.</summary>
    /// <param name="node">The tree; <see langword="null"/> is JSON's null.</param>
    /// <param name="filter">What is left out, at any depth; <see langword="null"/> for nothing.</param>
    /// <exception cref="ArgumentException">The tree is deeper than any reader goes, or holds a number that JSON has no form for.</exception>
    public void Node(JsonNode? node, IMemberFilter? filter = null) => Node(node, filter, depth: 1);

    private void Node(JsonNode? node, IMemberFilter? filter, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ArgumentException($"The JSON is nested deeper than {MaxDepth} levels.");
        }

        switch (node)
        {
            case null:
                _output.Write("null"u8);
                break;
            case JsonObject members:
                Object(members, filter, depth);
                break;
            case JsonArray items:
                Array(items, filter, depth);
                break;
            default:
                Value(node.AsValue());
                break;
        }
    }

    private void Object(JsonObject members, IMemberFilter? filter, int depth)
    {
        BeginObject();
        if (IsSorted(members))
        {
            foreach (var (name, value) in members)
            {
                Member(name, value, filter, depth);
            }
        }
        else
        {
            foreach (var (name, value) in members.OrderBy(static member => member.Key, CodePointComparer.Instance))
            {
                Member(name, value, filter, depth);
            }
        }

        EndObject();
    }

    private void Member(string name, JsonNode? value, IMemberFilter? filter, int depth)
    {
        if (filter?.Drops(name) != true)
        {
            Name(name);
            Node(value, filter, depth + 1);
            _needsComma = true;
        }
    }

    private static bool IsSorted(JsonObject members)
    {
        string? before = null;
        foreach (var (name, _) in members)
        {
            if (before is not null && CodePointComparer.Instance.Compare(before, name) > 0)
            {
                return false;
            }

            before = name;
        }

        return true;
    }

    private void Array(JsonArray items, IMemberFilter? filter, int depth)
    {
        _output.Write("["u8);
        _needsComma = false;
        foreach (var item in items)
        {
            Separate();
            Node(item, filter, depth + 1);
        }

        _output.Write("]"u8);
        _needsComma = true;
    }

    private void Value(JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                Bool(true);
                break;
            case JsonValueKind.False:
                Bool(false);
                break;
            case JsonValueKind.String:
                Text(value.TryGetValue<string>(out var text) ? text : JsonNode.Parse(value.ToJsonString())!.GetValue<string>());
                break;
            default:
                CanonicalNumber.Write(value, _output);
                break;
        }
    }

    private readonly void Bool(bool value) => _output.Write(value ? "true"u8 : "false"u8);

    private void Separate()
    {
        if (_needsComma)
        {
            _output.Write(", "u8);
        }

        _needsComma = true;
    }

    private readonly void Text(ReadOnlySpan<char> text)
    {
        _output.Write("\""u8);
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? text.Length : plain;
            _output.Advance(System.Text.Encoding.ASCII.GetBytes(text[..plain], _output.GetSpan(plain)));
            if (plain == text.Length)
            {
                break;
            }

            Escape(text[plain]);
            text = text[(plain + 1)..];
        }

        _output.Write("\""u8);
    }

    // A character outside the basic plane comes as its two halves, which is how JSON escapes it.
    private readonly void Escape(char character)
    {
        switch (character)
        {
            case '"': _output.Write("\\\""u8); break;
            case '\\': _output.Write("\\\\"u8); break;
            case '\n': _output.Write("\\n"u8); break;
            case '\r': _output.Write("\\r"u8); break;
            case '\t': _output.Write("\\t"u8); break;
            case '\b': _output.Write("\\b"u8); break;
            case '\f': _output.Write("\\f"u8); break;
            default:
                _output.Write(
                [
                    (byte)'\\', (byte)'u', Hex(character >> 12), Hex(character >> 8), Hex(character >> 4), Hex(character),
                ]);
                break;
        }
    }

    private static byte Hex(int digit) => (byte)HexDigits[digit & 0xF];
}
