using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Documentation.Tests;

/// <summary>A page, as far as these tests read it: its lines outside of code blocks, headings, links and tables.</summary>
internal sealed partial class MarkdownPage
{
    private readonly IReadOnlyList<string> _lines;

    private MarkdownPage(IReadOnlyList<string> lines) => _lines = lines;

    /// <summary>What the page's headings are called in an address, by the rule of the site that shows them.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var heading in _lines.Where(static line => Heading().IsMatch(line)))
            {
                var anchor = AnchorOf(heading.TrimStart('#').Trim());
                for (var (name, number) = (anchor, 1); !anchors.Add(name); number++)
                    name = string.Create(CultureInfo.InvariantCulture, $"{anchor}-{number}");
            }

            return anchors;
        }
    }

    /// <summary>The targets of the links and images that lead into the repository.</summary>
    public IEnumerable<string> RelativeLinks =>
        from line in _lines
        from Match link in Link().Matches(CodeSpan().Replace(line, string.Empty))
        let target = link.Groups["target"].Value
        where !Scheme().IsMatch(target)
        select target;

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its path, relative to the repository's root.</param>
    public static MarkdownPage Read(string path)
    {
        var lines = new List<string>();
        var isCode = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, path)))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode)
                lines.Add(line);
        }

        return new(lines);
    }

    /// <summary>The rows of the tables below one heading of the second level, head rows left out.</summary>
    /// <param name="title">The first word of the heading, in any case.</param>
    public IReadOnlyList<TableRow> RowsBelow(string title)
    {
        var section = _lines
            .SkipWhile(line => !$"{line} ".StartsWith($"## {title} ", StringComparison.OrdinalIgnoreCase))
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        return
        [
            .. section
                .Where((line, index) => line.StartsWith('|') && !IsRule(line) && (index + 1 == section.Count || !IsRule(section[index + 1])))
                .Select(TableRow.Parse),
        ];
    }

    private static bool IsRule(string line) => line.StartsWith("| ---", StringComparison.Ordinal);

    private static string AnchorOf(string heading)
    {
        var text = Link().Replace(heading, static link => link.Groups["text"].Value);
        return string.Concat(text.ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
    }

    [GeneratedRegex(@"^#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
