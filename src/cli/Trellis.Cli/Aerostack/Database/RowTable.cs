using System.Text.Json;

namespace Trellis.Cli.Aerostack.Database;

/// <summary>Rows as a table. Its columns are those of the rows, in the order in which they first appear.</summary>
internal static class RowTable
{
    public static Table Of(string title, PrintedRows rows)
    {
        var names = new List<string>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in rows.Results.SelectMany(Cells))
        {
            if (!names.Contains(cell.Name)) names.Add(cell.Name);
            if (cell.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null)) texts.Add(cell.Name);
        }

        var table = new Table(title, [.. names.Select(name => new TableColumn(TerminalText.Line(name), IsNumber: !texts.Contains(name)))]);
        foreach (var row in rows.Results) table.Add([.. names.Select(name => Text(row, name))]);
        return table;
    }

    private static IEnumerable<JsonProperty> Cells(JsonElement row) => row.ValueKind == JsonValueKind.Object ? row.EnumerateObject() : [];

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
