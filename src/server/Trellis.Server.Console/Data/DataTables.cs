namespace Trellis.Server.Console.Data;

/// <summary>The tables and views, as Aerostack answers them.</summary>
/// <param name="Tables">By name.</param>
internal sealed record DataTables(IReadOnlyList<DataTable> Tables);
