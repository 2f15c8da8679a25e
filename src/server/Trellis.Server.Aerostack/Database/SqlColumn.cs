namespace Trellis.Server.Aerostack.Database;

/// <summary>A column of a table or view.</summary>
/// <param name="Table">The table.</param>
/// <param name="IsView">Whether that is a view.</param>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type, as the engine writes it; empty when it has none.</param>
/// <param name="IsRequired">Whether it may not be null.</param>
/// <param name="IsKey">Whether it is of the primary key.</param>
internal sealed record SqlColumn(string Table, bool IsView, string Name, string Type, bool IsRequired, bool IsKey);
