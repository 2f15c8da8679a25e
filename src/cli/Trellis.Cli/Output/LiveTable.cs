using System.Text;

namespace Trellis.Cli;

/// <summary>
/// A table that is shown again and again: on a terminal it is redrawn where it stands, anywhere else each row that is new or has changed is
/// printed as a line with the time. The first column tells the rows apart.
/// </summary>
internal sealed class LiveTable(CliHost host)
{
    private const string Gap = "  ";

    private Dictionary<string, string> _rows = [];
    private TerminalSize _size;
    private int _height;

    /// <summary>Shows the table as it is now.</summary>
    public void Show(Table table)
    {
        if (host.OutputStyle.IsAnsi) Redraw(table);
        else PrintChanges(table);
    }

    private void Redraw(Table table)
    {
        var size = host.ReadTerminalSize();
        var lines = Fit(TableOutput.Lines(host.OutputStyle, table, size.Width), size.Height - 1);
        var frame = new StringBuilder();

        // Lines that a terminal has wrapped anew cannot be counted any more.
        if (_height > 0) frame.Append(size == _size ? $"\e[{_height}A" : "\e[2J\e[H");
        foreach (var line in lines) frame.Append(line).Append("\e[K\n");
        frame.Append("\e[J");
        (_size, _height) = (size, lines.Count);
        host.Output.Write(frame.ToString());
        host.Output.Flush();
    }

    private static List<string> Fit(IEnumerable<string> lines, int height)
    {
        List<string> all = [.. lines];
        if (all.Count <= height)
        {
            return all;
        }

        var kept = Math.Max(height - 1, 0);
        return [.. all.Take(kept), $"… and {all.Count - kept} more"];
    }

    private void PrintChanges(Table table)
    {
        var time = Timestamp.ForTable(host.Time.GetUtcNow());
        var rows = new Dictionary<string, string>();
        foreach (var row in table.Rows)
        {
            var line = string.Join(Gap, row.Where((_, column) => !table.Columns[column].IsPassing));
            if (rows.TryAdd(row[0], line) && (!_rows.TryGetValue(row[0], out var before) || before != line))
            {
                host.Output.WriteLine($"{time}{Gap}{line}");
            }
        }

        foreach (var gone in _rows.Keys.Where(key => !rows.ContainsKey(key))) host.Output.WriteLine($"{time}{Gap}{gone}{Gap}gone");
        _rows = rows;
        host.Output.Flush();
    }
}
