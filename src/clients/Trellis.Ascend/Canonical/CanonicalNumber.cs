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

    // Where plain notation ends: three zeros between the decimal point and the first digit, sixteen digits before it.
    private const int SmallestPoint = -4;
    private const int LargestPoint = 16;

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
        if (text[0] == '-')
        {
            output.Write("-"u8);
            text = text[1..];
        }

        Span<char> digits = stackalloc char[LongestDouble];
        var (count, point) = Split(text, digits);
        digits = digits[..count];
        if (point is > SmallestPoint and <= LargestPoint)
        {
            WritePlain(digits, point, output);
        }
        else
        {
            WriteScientific(digits, point - 1, output);
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

    /// <summary>
    /// The significant digits of what the runtime wrote, and how many of them stand before the decimal point: negative for zeros after it.
    /// Where the runtime changes from one notation to the other differs between its versions.
    /// </summary>
    private static (int Count, int Point) Split(ReadOnlySpan<char> text, Span<char> digits)
    {
        var exponentAt = text.IndexOf('E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var pointAt = mantissa.IndexOf('.');
        var (count, zeros) = (0, 0);
        foreach (var character in mantissa)
        {
            if (character == '0' && count == 0)
            {
                zeros++;
            }
            else if (character != '.')
            {
                digits[count++] = character;
            }
        }

        if (count == 0)
        {
            digits[0] = '0';
            return (1, 1);
        }

        count = digits[..count].TrimEnd('0').Length;
        return (count, (pointAt < 0 ? mantissa.Length : pointAt) - zeros + exponent);
    }

    private static void WritePlain(ReadOnlySpan<char> digits, int point, PooledBuffer output)
    {
        WriteAscii(point > 0 ? digits[..Math.Min(point, digits.Length)] : "0", output);
        output.Write("000000000000000"u8[..Math.Max(point - digits.Length, 0)]);
        output.Write("."u8);
        output.Write("000"u8[..Math.Max(-point, 0)]);
        WriteAscii(point < digits.Length ? digits[Math.Max(point, 0)..] : "0", output);
    }

    private static void WriteScientific(ReadOnlySpan<char> digits, int exponent, PooledBuffer output)
    {
        WriteAscii(digits[..1], output);
        output.Write(digits.Length > 1 ? "."u8 : ""u8);
        WriteAscii(digits[1..], output);
        output.Write(exponent < 0 ? "e-"u8 : "e+"u8);
        output.Write(Math.Abs(exponent) < 10 ? "0"u8 : ""u8);
        Write(Math.Abs(exponent), output);
    }

    private static void WriteAscii(ReadOnlySpan<char> text, PooledBuffer output) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
