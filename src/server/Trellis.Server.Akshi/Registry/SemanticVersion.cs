using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Registry;

/// <summary>A version as Semantic Versioning 2.0.0 defines it, ordered by its precedence. What stands behind a plus sign is kept and does not count.</summary>
/// <seealso href="https://semver.org/spec/v2.0.0.html#spec-item-11">Precedence</seealso>
internal sealed partial class SemanticVersion : IComparable<SemanticVersion>
{
    private const int Longest = 128;

    private readonly string[] _core;
    private readonly string[] _prerelease;

    private SemanticVersion(string text, Match match)
    {
        Text = text;
        _core = [match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value];
        _prerelease = match.Groups[4].Success ? match.Groups[4].Value.Split('.') : [];
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>Reads a version; null when it is none.</summary>
    public static SemanticVersion? TryParse(string text) =>
        text.Length <= Longest && Pattern().Match(text) is { Success: true } match ? new SemanticVersion(text, match) : null;

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;

        for (var part = 0; part < _core.Length; part++)
        {
            if (CompareNumbers(_core[part], other._core[part]) is var difference and not 0)
                return difference;
        }

        return ComparePrerelease(_prerelease, other._prerelease);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // A version without a pre-release comes after those with one.
    private static int ComparePrerelease(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return right.Length.CompareTo(left.Length);

        for (var part = 0; part < Math.Min(left.Length, right.Length); part++)
        {
            if (CompareIdentifiers(left[part], right[part]) is var difference and not 0)
                return difference;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareIdentifiers(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) => CompareNumbers(left, right),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    // Of any length, and without leading zeros.
    private static int CompareNumbers(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    private static bool IsNumber(string identifier) => identifier.All(char.IsAsciiDigit);

    [GeneratedRegex(
        @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
