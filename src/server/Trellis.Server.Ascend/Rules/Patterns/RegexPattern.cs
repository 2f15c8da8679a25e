using System.Text.RegularExpressions;

namespace Trellis.Server.Ascend.Rules.Patterns;

/// <summary>
/// A regular expression. It runs without backtracking, in time proportional to the text, so that no expression can stall the server;
/// lookarounds and back references, which need backtracking, are refused.
/// </summary>
internal sealed class RegexPattern : TextPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly Regex _regex;

    private RegexPattern(Regex regex) => _regex = regex;

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="wholeText">Whether the whole text has to match, and not just a part of it.</param>
    /// <param name="pattern">The pattern; null when there is a problem.</param>
    /// <returns>What is wrong, to follow the field's name in a sentence; null when nothing is.</returns>
    public static string? Parse(string expression, bool wholeText, out TextPattern? pattern)
    {
        pattern = null;
        if (expression.Length is 0 or > Longest)
            return $"must have a regular expression of 1 to {Longest} characters";

        try
        {
            // Checked alone first: "a)|(b" would be valid within the parentheses that follow.
            var alone = new Regex(expression, Options);
            pattern = new RegexPattern(wholeText ? new Regex($@"\A(?:{expression})\z", Options) : alone);
            return null;
        }
        catch (RegexParseException error)
        {
            return $"is not a regular expression ({error.Error} at character {error.Offset})";
        }
        catch (NotSupportedException)
        {
            return "must do without lookarounds, back references, atomic groups and large repetitions, which cannot be matched in linear time";
        }
    }

    /// <inheritdoc/>
    public override bool Matches(string lowerCaseText) => _regex.IsMatch(lowerCaseText);

    /// <inheritdoc/>
    public override bool MayOverlap(TextPattern other) => other.Literal is not { } text || Matches(text);
}
