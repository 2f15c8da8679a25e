using System.Text;

namespace Trellis.Cli;

/// <summary>Draws tables as plain columns. A row is always one line, so that a key is never broken and can be picked by <c>grep</c>.</summary>
internal static class TableOutput
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, TextStyle style, Table table)
    {
        var widths = Measure(table);
        output.WriteLine(style.Title(TerminalText.Line(table.Title)));
        output.WriteLine();
        output.WriteLine(style.Heading(Line(table, widths, [.. table.Columns.Select(static column => column.Heading)])));
        output.WriteLine(style.Heading(string.Join(Gap, widths.Select(static width => new string('─', width)))));
        foreach (var row in table.Rows) output.WriteLine(Line(table, widths, row));
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
