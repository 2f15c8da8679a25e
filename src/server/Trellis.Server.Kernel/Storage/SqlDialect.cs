namespace Trellis.Server.Kernel.Storage;

/// <summary>The few places where the engines' SQL differs.</summary>
/// <param name="Name"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="ForUpdate">Ends a SELECT whose rows the transaction will change; empty where writers are serial anyway.</param>
/// <param name="ForUpdateSkipLocked">As <paramref name="ForUpdate"/>, but passes over rows that another transaction holds.</param>
public sealed record SqlDialect(string Name, SqlFragment ForUpdate, SqlFragment ForUpdateSkipLocked)
{
    /// <summary>
    /// Follows a text column in ORDER BY or in a comparison, so that both engines order by bytes; PostgreSQL would go by the locale of
    /// the database.
    /// </summary>
    public SqlFragment ByteOrder { get; init; }

    /// <summary>Whether other servers may write to the same store, so that what this one remembers of it may be out of date.</summary>
    public bool IsShared { get; init; }

    /// <summary>A statement that makes other servers wait until this transaction ends before they look at the schema; empty where there are none.</summary>
    internal SqlFragment LockSchema { get; init; }
}
