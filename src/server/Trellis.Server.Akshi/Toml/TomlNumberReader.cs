using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads integers in four bases and floats.</summary>
internal static partial class TomlNumberReader
{
    /// <summary>Reads a number; null when the word is none.</summary>
    /// <exception cref="TomlException">It is an integer of more than 64 bits.</exception>
    public static TomlValue? TryRead(string word, TomlPosition position)
    {
        var digits = word.Replace("_", "", StringComparison.Ordinal);
        if (Decimal().IsMatch(word))
        {
            return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? new TomlInteger(number, position)
                : throw TooLarge(position);
        }

        if (Based().IsMatch(word))
            return new TomlInteger(ReadBased(digits, position), position);
        if (Float().IsMatch(word))
            return new TomlFloat(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), position);

        return word switch
        {
            "inf" or "+inf" => new TomlFloat(double.PositiveInfinity, position),
            "-inf" => new TomlFloat(double.NegativeInfinity, position),
            "nan" or "+nan" or "-nan" => new TomlFloat(double.NaN, position),
            _ => null,
        };
    }

    private static long ReadBased(string digits, TomlPosition position)
    {
        var bits = digits[1] switch
        {
            'x' => 4,
            'o' => 3,
            _ => 1,
        };
        BigInteger value = 0;
        foreach (var digit in digits.AsSpan(2))
        {
            value = (value << bits) + Convert.ToInt32(digit.ToString(), 16);
            if (value > long.MaxValue)
                throw TooLarge(position);
        }

        return (long)value;
    }

    private static TomlException TooLarge(TomlPosition position) => new("the integer does not fit into 64 bits", position);

    [GeneratedRegex(@"^[+-]?(?:0|[1-9](?:_?[0-9])*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"^[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
