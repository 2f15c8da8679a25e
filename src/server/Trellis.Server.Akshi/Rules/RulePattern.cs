using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Rules;

/// <summary>
/// Makes the regular expressions of rules. Those without look-around and back-references run in time that grows with the length of the text
/// alone; the others have a time limit, so that no file can hold an agent up.
/// </summary>
internal static class RulePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>What is wrong with a pattern; null when nothing is.</summary>
    public static string? Fault(string pattern, bool ignoresCase)
    {
        try
        {
            Compile(pattern, ignoresCase);
            return null;
        }
        catch (RegexParseException error)
        {
            return $"{error.Error} at character {error.Offset + 1}";
        }
        catch (ArgumentException)
        {
            return "it cannot be compiled";
        }
    }

    /// <summary>Makes the expression that looks at one line.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="ignoresCase">Whether upper and lower case are the same.</param>
    /// <param name="more">Further options.</param>
    /// <param name="patience">How long one search may take; null for a quarter of a second.</param>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    public static Regex Compile(string pattern, bool ignoresCase, RegexOptions more = RegexOptions.None, TimeSpan? patience = null)
    {
        var options = RegexOptions.CultureInvariant | more | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, patience ?? Patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, Patience);
        }
    }
}
