namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// What work inside a transaction sees of the database. Valid only until the work returns; not safe for concurrent use.
/// </summary>
public interface ISqlSession
{
    /// <summary>The few places where the engines' SQL differs.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    ValueTask<int> ExecuteAsync(SqlStatement statement);

    /// <summary>Runs a query and maps each row, in the order the engine returns them.</summary>
    ValueTask<IReadOnlyList<T>> QueryAsync<T>(SqlStatement statement, Func<SqlRow, T> map);

    /// <summary>Runs a query and maps its first row; the default of <typeparamref name="T"/> when there is none.</summary>
    ValueTask<T?> QueryFirstOrDefaultAsync<T>(SqlStatement statement, Func<SqlRow, T> map);

    /// <summary>
    /// Has <paramref name="action"/> run when the transaction is durable, before the caller of the write goes on: the place to wake a
    /// reader or to drop what a cache holds. It does not run when the work is undone, when the outcome is unknown, or in a read.
    /// </summary>
    /// <param name="action">Short, without waits: on SQLite it runs on the one thread that writes. What it throws reaches the caller of the write.</param>
    void AfterCommit(Action action);
}
