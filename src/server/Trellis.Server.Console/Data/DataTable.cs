namespace Trellis.Server.Console.Data;

/// <summary>A table or view, as Aerostack shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>table</c> or <c>view</c>.</param>
/// <param name="Rows">How many rows it has; null when counting took too long.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record DataTable(string Name, string Type, long? Rows, IReadOnlyList<DataColumn> Columns);
