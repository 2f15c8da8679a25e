namespace Trellis.Server.Console.Data;

/// <summary>What the page of the database shows.</summary>
/// <param name="Tables">The tables and views.</param>
/// <param name="Table">The table whose rows are shown; null for none.</param>
/// <param name="Draft">What the box of the query holds.</param>
/// <param name="Answer">What the statement came to; null when none was sent, or it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record DataModel(IReadOnlyList<DataTable> Tables, DataTable? Table, QueryDraft Draft, QueryAnswer? Answer, string? Failure);
