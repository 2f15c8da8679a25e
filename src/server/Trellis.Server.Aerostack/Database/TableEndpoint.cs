using System.Text.Json;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Database;

/// <summary>What tables there are, on a path of our own: neither engine lets callers read its catalogue.</summary>
internal sealed class TableEndpoint(IProjectDatabases databases)
{
    /// <summary>The tables and views with their columns and how many rows each has; null where counting took too long.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var columns = await databases.DescribeAsync(call.ProjectId, call.Aborted);
        var tables = columns.GroupBy(static column => column.Table, StringComparer.Ordinal).ToList();
        var counts = tables.Count == 0
            ? []
            : await databases.RunAsync(call.ProjectId, [.. tables.Select(static table => Count(table.Key))], SqlRules.Reading, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("tables"u8);
            for (var index = 0; index < tables.Count; index++)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, tables[index].Key);
                json.WriteString("type"u8, tables[index].First().IsView ? "view"u8 : "table"u8);
                json.WriteNumberOrNull("rows"u8, RowsOf(counts[index]));
                json.WriteStartArray("columns"u8);
                foreach (var column in tables[index])
                    Write(json, column);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static SqlRequest Count(string table) => new($"SELECT COUNT(*) AS n FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", []);

    private static long? RowsOf(SqlOutcome outcome)
    {
        if (outcome.Failure is not null)
            return null;

        using var rows = JsonDocument.Parse(outcome.Rows);
        return rows.RootElement[0].GetProperty("n"u8).GetInt64();
    }

    private static void Write(Utf8JsonWriter json, SqlColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, column.Name);
        json.WriteString("type"u8, column.Type);
        json.WriteBoolean("nullable"u8, !column.IsRequired);
        json.WriteBoolean("primaryKey"u8, column.IsKey);
        json.WriteEndObject();
    }
}
