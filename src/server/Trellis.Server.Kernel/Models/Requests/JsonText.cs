using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Looks at JSON strings without making .NET strings of them where that can be avoided.</summary>
internal static class JsonText
{
    /// <summary>The length of the value in UTF-8, escapes resolved.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid Unicode: an unpaired surrogate, written as an escape.</exception>
    public static int Utf8Length(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetByteCount(text.GetString()!) : raw.Length - 2;
    }

    /// <summary>
    /// The length in UTF-8 of a string given without its quotes, escapes resolved. Half of a surrogate pair counts half of the pair's
    /// four bytes: models that stream byte by byte split pairs between events.
    /// </summary>
    public static int UnescapedLength(ReadOnlySpan<byte> escaped)
    {
        var length = 0;
        while (escaped.IndexOf((byte)'\\') is >= 0 and var at)
        {
            length += at;
            escaped = escaped[at..];
            if (escaped[1] == 'u')
            {
                length += Utf8LengthOf(ushort.Parse(escaped[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                escaped = escaped[6..];
            }
            else
            {
                length++;
                escaped = escaped[2..];
            }
        }

        return length + escaped.Length;
    }

    /// <summary>The length of the value as it was written, quotes, brackets and escapes included.</summary>
    public static int RawLength(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;

    /// <summary>The JSON type as a message names it.</summary>
    public static string TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "an integer" : "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    private static int Utf8LengthOf(ushort unit) => unit switch
    {
        < 0x80 => 1,
        < 0x800 => 2,
        >= 0xD800 and < 0xE000 => 2,
        _ => 3,
    };
}
