using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Numbers in the canonical form: whole numbers as their digits, all others as the shortest text that reads back as the same
/// double-precision number, always with a fraction or an exponent. Contract section 1.5.
/// </summary>
internal static class CanonicalNumber
{
    // Seventeen digits, a sign, a point and an exponent of five characters.
    private const int LongestDouble = 32;

    // The one decimal exponent that .NET writes with an exponent and the contract without.
    private const int PlainExponent = 15;

    public static void Write(long value, PooledBuffer output)
    {
        value.TryFormat(output.GetSpan(LongestDouble), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    /// <exception cref="ArgumentException">JSON has no form for the number.</exception>
    public static void Write(JsonValue value, PooledBuffer output)
    {
        if (value.TryGetValue<JsonElement>(out var element))
        {
            WriteToken(element.GetRawText(), output);
        }
        else if (value.TryGetValue<int>(out var small))
        {
            Write(small, output);
        }
        else if (value.TryGetValue<double>(out var number))
        {
            Write(number, output);
        }
        else
        {
            WriteToken(value.ToJsonString(), output);
        }
    }

    /// <exception cref="ArgumentException">JSON has no form for the number.</exception>
    public static void Write(double value, PooledBuffer output)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"JSON has no form for the number {value.ToString(CultureInfo.InvariantCulture)}.");
        }

        Span<char> text = stackalloc char[LongestDouble];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponentAt = text.IndexOf('E');
        if (exponentAt < 0)
        {
            WriteAscii(text, output);
            output.Write(text.Contains('.') ? ""u8 : ".0"u8);
        }
        else if (int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) == PlainExponent)
        {
            WritePlain(text[..exponentAt], output);
        }
        else
        {
            text[exponentAt] = 'e';
            WriteAscii(text, output);
        }
    }

    private static void WriteToken(string token, PooledBuffer output)
    {
        if (token.AsSpan().ContainsAny('.', 'e', 'E')
            && double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            Write(number, output);
        }
        else
        {
            // A number too large for double precision stays as it was written.
            WriteAscii(token is "-0" ? "0" : token, output);
        }
    }

    /// <summary>Writes d.ddd times ten to the power of fifteen without an exponent.</summary>
    private static void WritePlain(ReadOnlySpan<char> mantissa, PooledBuffer output)
    {
        var pointAt = mantissa.IndexOf('.');
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var rest = pointAt < 0 ? [] : mantissa[(pointAt + 1)..];
        WriteAscii(whole, output);
        WriteAscii(rest[..Math.Min(rest.Length, PlainExponent)], output);
        output.Write("000000000000000"u8[..Math.Max(PlainExponent - rest.Length, 0)]);
        output.Write("."u8);
        WriteAscii(rest.Length > PlainExponent ? rest[PlainExponent..] : "0", output);
    }

    private static void WriteAscii(ReadOnlySpan<char> text, PooledBuffer output) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
