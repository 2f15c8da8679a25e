using System.Text.RegularExpressions;

namespace Trellis.Documentation.Tests;

/// <summary>One name of a Python SDK, from the lists in <c>PythonNames</c>.</summary>
/// <param name="Owner">The name, or the method or class that <paramref name="Part"/> belongs to.</param>
/// <param name="Part">The parameter, field or member that is meant, or <see langword="null"/>: <paramref name="Owner"/> itself.</param>
internal sealed partial record PythonName(string Owner, string? Part)
{
    /// <summary>Reads the list of one platform: a name a line, <c>owner(part)</c> for a parameter or field, <c>#</c> for a heading.</summary>
    /// <param name="platform">The platform, in lower case.</param>
    public static IReadOnlyList<PythonName> ReadAll(string platform) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Trellis.Documentation.Tests", "PythonNames", $"{platform}.txt"))
            .Where(static line => line.Length > 0 && !line.StartsWith('#'))
            .Select(Parse),
    ];

    /// <summary>Whether a row of the page is about this name: its first cell has the whole word in code, and the part beside its owner.</summary>
    /// <param name="row">The row.</param>
    public bool StandsIn(TableRow row) =>
        row.Code[0].Any(code => HasWord(code, Owner)) && (Part is null || row.Code[0].Any(code => HasWord(code, Part)));

    /// <inheritdoc/>
    public override string ToString() => Part is null ? Owner : $"{Owner}({Part})";

    private static PythonName Parse(string line) => Form().Match(line) is { Success: true } match
        ? new(match.Groups["owner"].Value, match.Groups["part"] is { Success: true, Value: var part } ? part : null)
        : throw new FormatException($"'{line}' is not a name, nor a name with a part in parentheses.");

    private static bool HasWord(string code, string word) => Regex.IsMatch(code, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?<owner>[\w.@]+)(?:\((?<part>\w+)\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
