namespace Trellis.Server.Aerostack.Database;

/// <summary>How statements of a caller run.</summary>
/// <param name="AllowsSchemaChanges">Whether they may make, change and remove tables.</param>
/// <param name="IsAtomic">Whether all of them count or none; else each counts by itself.</param>
/// <param name="IsReadOnly">Whether statements that change anything are refused.</param>
internal sealed record SqlRules(bool AllowsSchemaChanges, bool IsAtomic = false, bool IsReadOnly = false)
{
    /// <summary>Of statements of our own that look and change nothing.</summary>
    public static SqlRules Reading { get; } = new(AllowsSchemaChanges: false, IsReadOnly: true);
}
