using System.Globalization;
using System.Text;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>A value in an expression: a text, a number or a truth value. All of them are texts, and some are numbers too.</summary>
internal sealed class RuleLiteral
{
    private readonly string _written;

    private RuleLiteral(string written, bool isQuoted)
    {
        _written = written;
        IsQuoted = isQuoted;
        LowerCaseText = written.ToLowerInvariant();
        Number = TryReadNumber(written, out var number) ? number : null;
    }

    /// <summary>The text as it was written, without its quotes.</summary>
    public string Text => _written;

    /// <summary>Whether it was written as a text, in quotes.</summary>
    public bool IsQuoted { get; }

    /// <summary>The text in lower case.</summary>
    public string LowerCaseText { get; }

    /// <summary>The number that the text is; null when it is none.</summary>
    public decimal? Number { get; }

    /// <summary>A text.</summary>
    public static RuleLiteral OfText(string text) => new(text, isQuoted: true);

    /// <summary>A number.</summary>
    public static RuleLiteral Of(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), isQuoted: false);

    /// <summary>A truth value.</summary>
    public static RuleLiteral Of(bool value) => new(value ? "true" : "false", isQuoted: false);

    /// <summary>Reads a number as expressions and parameters have it: digits, a point, a sign, an exponent.</summary>
    public static bool TryReadNumber(string text, out decimal number) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number);

    /// <summary>Prints it.</summary>
    public void AppendTo(StringBuilder text)
    {
        if (IsQuoted)
            text.Append('\'').Append(_written.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');
        else
            text.Append(_written);
    }
}
