using System.Text;

namespace Trellis.Cli;

/// <summary>Draws tables as plain columns. A row is always one line, so that a key is never broken and can be picked by <c>grep</c>.</summary>
internal static class TableOutput
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, TextStyle style, Table table)
    {
        foreach (var line in Lines(style, table)) output.WriteLine(line);
    }

    /// <summary>The table line by line.</summary>
    /// <param name="style">How it is dressed.</param>
    /// <param name="table">The table.</param>
    /// <param name="limit">How many columns of the terminal a line may take; what is longer is cut.</param>
    public static IEnumerable<string> Lines(TextStyle style, Table table, int limit = int.MaxValue)
    {
        var widths = Measure(table);
        yield return style.Title(TerminalText.Cut(TerminalText.Line(table.Title), limit));
        yield return "";
        yield return style.Heading(TerminalText.Cut(Line(table, widths, [.. table.Columns.Select(static column => column.Heading)]), limit));
        yield return style.Heading(TerminalText.Cut(string.Join(Gap, widths.Select(static width => new string('─', width))), limit));
        foreach (var row in table.Rows) yield return TerminalText.Cut(Line(table, widths, row), limit);
    }

    private static int[] Measure(Table table)
    {
        var widths = table.Columns.Select(static column => TerminalText.Width(column.Heading)).ToArray();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < widths.Length; i++) widths[i] = Math.Max(widths[i], TerminalText.Width(row[i]));
        }

        return widths;
    }

    private static string Line(Table table, int[] widths, IReadOnlyList<string> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            var padding = widths[i] - TerminalText.Width(cells[i]);
            if (i > 0) line.Append(Gap);
            if (table.Columns[i].IsNumber) line.Append(' ', padding).Append(cells[i]);
            else line.Append(cells[i]).Append(' ', padding);
        }

        return line.ToString().TrimEnd();
    }
}
