using System.Buffers.Text;
using System.Globalization;

namespace Trellis.Server.Kernel.Canonical;

/// <summary>Numbers in the canonical form.</summary>
internal static class CanonicalNumber
{
    /// <summary>Appends the canonical text of a JSON number token.</summary>
    public static void Write(ReadOnlySpan<byte> token, CanonicalBuffer output)
    {
        if (token.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0)
            output.WriteRaw(token.SequenceEqual("-0"u8) ? "0"u8 : token);
        else if (Utf8Parser.TryParse(token, out double value, out _) && double.IsFinite(value))
            WriteDouble(value, output);
        else
            output.WriteRaw(token);
    }

    // The runtime's shortest round-trip digits, laid out as the contract wants them: plain from 1e-04 to below 1e+16, else with an
    // exponent of at least two digits.
    private static void WriteDouble(double value, CanonicalBuffer output)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text = text[..length];

        if (text[0] == (byte)'-')
        {
            output.WriteRaw("-"u8);
            text = text[1..];
        }

        Span<byte> digits = stackalloc byte[32];
        var (count, point) = Split(text, digits);
        var significant = digits[..count];
        if (point is > -4 and <= 16)
            WritePlain(significant, point, output);
        else
            WriteScientific(significant, point - 1, output);
    }

    /// <summary>Takes the significant digits out of a number; the value is 0.DIGITS times ten to the power of the returned point.</summary>
    private static (int Count, int Point) Split(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var exponentAt = text.IndexOf((byte)'E');
        var exponent = 0;
        if (exponentAt >= 0)
        {
            exponent = int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }

        var point = text.IndexOf((byte)'.');
        if (point < 0)
            point = text.Length;

        var count = 0;
        var leadingZeros = 0;
        foreach (var c in text)
        {
            if (c == (byte)'.')
                continue;
            if (c == (byte)'0' && count == 0)
                leadingZeros++;
            else
                digits[count++] = c;
        }

        if (count == 0)
        {
            digits[0] = (byte)'0';
            return (1, 1);
        }

        while (count > 1 && digits[count - 1] == (byte)'0')
            count--;
        return (count, point - leadingZeros + exponent);
    }

    private static void WritePlain(ReadOnlySpan<byte> digits, int point, CanonicalBuffer output)
    {
        if (point <= 0)
        {
            output.WriteRaw("0."u8);
            output.WriteRaw("000"u8[..-point]);
            output.WriteRaw(digits);
        }
        else if (digits.Length > point)
        {
            output.WriteRaw(digits[..point]);
            output.WriteRaw("."u8);
            output.WriteRaw(digits[point..]);
        }
        else
        {
            output.WriteRaw(digits);
            output.WriteRaw("000000000000000"u8[..(point - digits.Length)]);
            output.WriteRaw(".0"u8);
        }
    }

    private static void WriteScientific(ReadOnlySpan<byte> digits, int exponent, CanonicalBuffer output)
    {
        output.WriteRaw(digits[..1]);
        if (digits.Length > 1)
        {
            output.WriteRaw("."u8);
            output.WriteRaw(digits[1..]);
        }

        output.WriteRaw(exponent < 0 ? "e-"u8 : "e+"u8);
        exponent = Math.Abs(exponent);
        if (exponent < 10)
            output.WriteRaw("0"u8);
        output.WriteInteger(exponent);
    }
}
