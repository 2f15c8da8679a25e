using System.Text.RegularExpressions;

namespace Trellis.Server.Ascend.Content;

/// <summary>Numbers that mean a person or an account.</summary>
internal static partial class NumberPatterns
{
    /// <summary>Where candidates stand; <see cref="KindOf"/> tells what they are.</summary>
    /// <remarks>Every repetition is bounded by a few digits, so the time is linear in the text.</remarks>
    [GeneratedRegex(
        """
        (?<![0-9A-Za-z.-])
        (?: [0-9]{3}-[0-9]{2}-[0-9]{4}
          | [0-9]{4} (?: [ -]? [0-9]{4} ){3}
          | 3[47][0-9]{2} [ -]? [0-9]{6} [ -]? [0-9]{5}
          | (?: 25[0-5] | 2[0-4][0-9] | 1?[0-9]{1,2} ) (?: \. (?: 25[0-5] | 2[0-4][0-9] | 1?[0-9]{1,2} ) ){3} (?! \.[0-9] )
          | (?: \+?1[-.\ ]? )? (?: \([0-9]{3}\) \ ? | [0-9]{3}[-.\ ] ) [0-9]{3}[-.\ ][0-9]{4}
          | [2-9][0-9]{9}
        )
        (?![0-9A-Za-z-])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Candidates { get; }

    /// <summary>What a candidate is; null when its check digit says that it is nothing.</summary>
    public static SensitiveDataKind? KindOf(ReadOnlySpan<char> candidate)
    {
        var digits = 0;
        var dots = 0;
        foreach (var character in candidate)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            dots += character == '.' ? 1 : 0;
        }

        // A card number in groups is one by its look; a bare run of digits is more often an id, unless its check digit fits.
        return (digits, dots) switch
        {
            (_, 3) => SensitiveDataKind.IpAddress,
            (9, _) => SensitiveDataKind.SocialSecurityNumber,
            ( >= 15, _) => candidate.Length > digits || HasLuhnCheckDigit(candidate) ? SensitiveDataKind.CardNumber : null,
            _ => SensitiveDataKind.PhoneNumber,
        };
    }

    private static bool HasLuhnCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
