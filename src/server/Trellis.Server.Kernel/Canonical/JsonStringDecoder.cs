using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Canonical;

/// <summary>
/// Reads the inside of a JSON string token unit by unit. The runtime's own reader refuses a lone half of a surrogate pair, which JSON
/// allows and hashing must survive.
/// </summary>
internal ref struct JsonStringDecoder(ReadOnlySpan<byte> token)
{
    private ReadOnlySpan<byte> _rest = token;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Passes over bytes that the caller has dealt with.</summary>
    public void Skip(int count) => _rest = _rest[count..];

    /// <summary>Reads the next character: one UTF-16 unit of an escape, or a whole code point.</summary>
    /// <exception cref="JsonException">The token is not valid UTF-8.</exception>
    public int Read()
    {
        if (_rest[0] != (byte)'\\')
            return ReadRune();

        var escape = (char)_rest[1];
        if (escape != 'u')
        {
            Skip(2);
            return escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => escape };
        }

        if (!Utf8Parser.TryParse(_rest.Slice(2, 4), out ushort unit, out _, 'x'))
            throw new JsonException("A string has a malformed escape.");
        Skip(6);
        return unit;
    }

    /// <summary>Decodes the whole token; a lone half of a surrogate pair stays in the text.</summary>
    public static string Decode(ReadOnlySpan<byte> token)
    {
        var text = new StringBuilder(token.Length);
        Span<char> units = stackalloc char[2];
        var decoder = new JsonStringDecoder(token);
        while (!decoder.Rest.IsEmpty)
        {
            var value = decoder.Read();
            if (value <= char.MaxValue)
                text.Append((char)value);
            else
                text.Append(units[..new Rune(value).EncodeToUtf16(units)]);
        }

        return text.ToString();
    }

    private int ReadRune()
    {
        if (Rune.DecodeFromUtf8(_rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            throw new JsonException("A string is not valid UTF-8.");
        Skip(length);
        return rune.Value;
    }
}
