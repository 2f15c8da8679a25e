using System.Globalization;

namespace Trellis.Server.Askii.Requests;

/// <summary>Numbers that were sent as text.</summary>
internal static class LenientNumber
{
    /// <summary>Reads a decimal number, with an exponent if there is one; not <c>NaN</c> and not <c>Infinity</c>.</summary>
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number);
}
