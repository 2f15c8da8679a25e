using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Data;

/// <summary>What the box of a query holds, as it was typed.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">The values of its question marks, a JSON array; empty for none.</param>
/// <param name="ChangesData">Whether it may change something.</param>
internal sealed record QueryDraft(string Sql, string Parameters, bool ChangesData)
{
    /// <summary>A box that nobody has filled.</summary>
    public static QueryDraft Empty { get; } = new("", "", false);

    /// <summary>Reads the form.</summary>
    public static QueryDraft Read(ConsoleCall call) => new(call.Field("sql"), call.Field("parameters"), call.IsTicked("changes"));

    /// <summary>The first rows of a table.</summary>
    public static QueryDraft Of(string table, int rows) => new($"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" LIMIT {rows}", "", false);
}
