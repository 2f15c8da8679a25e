namespace Trellis.Cli;

/// <summary>What a table says; <see cref="TableOutput"/> draws it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Its columns, from the left.</param>
internal sealed record Table(string Title, params IReadOnlyList<TableColumn> Columns)
{
    /// <summary>What is shown in place of a missing value.</summary>
    public const string Missing = "—";

    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>The rows, from the top, with a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Adds a row. A cell that is null or empty is a missing value.</summary>
    public void Add(params ReadOnlySpan<string?> cells)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"A row of '{Title}' has {cells.Length} cells for {Columns.Count} columns.", nameof(cells));
        }

        var row = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++) row[i] = string.IsNullOrEmpty(cells[i]) ? Missing : TerminalText.Line(cells[i]!);
        _rows.Add(row);
    }
}
