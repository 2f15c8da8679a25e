using System.Text.RegularExpressions;

namespace Trellis.Documentation.Tests;

/// <summary>One row of a table: what it says in code, cell by cell.</summary>
/// <param name="Line">The row as it is written.</param>
/// <param name="Code">The code spans of each cell.</param>
internal sealed partial record TableRow(string Line, IReadOnlyList<IReadOnlyList<string>> Code)
{
    /// <summary>Reads a row.</summary>
    /// <param name="line">The row as it is written. A bar inside of code is written <c>\|</c>.</param>
    public static TableRow Parse(string line) => new(
        line,
        [
            .. CellEnd().Split(line.Trim().Trim('|'))
                .Select(static cell => CodeSpan().Matches(cell).Select(static span => span.Groups["code"].Value).ToList()),
        ]);

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellEnd();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();
}
