namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// One piece of work's view of a connection. SQLite answers at once, so every task it returns is complete.
/// </summary>
/// <param name="commands">The commands of the connection.</param>
/// <param name="thread">
/// The only thread that may use the session, by its managed id, or <see langword="null"/>. Work of the writer thread that comes back on
/// another one awaited something foreign, and the connection has gone on to other writes.
/// </param>
internal sealed class SqliteSession(SqliteCommands commands, int? thread) : ISqlSession
{
    private static readonly SqlDialect SqliteDialect = new("sqlite", default, default) { ByteOrder = new SqlFragment(" COLLATE BINARY") };

    private bool _closed;

    public SqlDialect Dialect => SqliteDialect;

    /// <summary>
    /// The first statement that failed. Work that has one is undone even if it swallowed the exception, as it would be on PostgreSQL,
    /// where a failed statement ends the transaction.
    /// </summary>
    public StoreException? Failure { get; private set; }

    /// <summary>What to do once the transaction is durable; mostly nothing.</summary>
    public AfterCommitActions? AfterCommitActions { get; private set; }

    public void Close() => _closed = true;

    public void AfterCommit(Action action)
    {
        RequireOpen();
        (AfterCommitActions ??= new AfterCommitActions()).Add(action);
    }

    public ValueTask<int> ExecuteAsync(SqlStatement statement)
    {
        RequireOpen();
        try
        {
            return new ValueTask<int>(commands.Execute(statement));
        }
        catch (StoreException failure)
        {
            Failure ??= failure;
            throw;
        }
    }

    public ValueTask<IReadOnlyList<T>> QueryAsync<T>(SqlStatement statement, Func<SqlRow, T> map)
    {
        RequireOpen();
        try
        {
            return new ValueTask<IReadOnlyList<T>>(commands.Query(statement, map));
        }
        catch (StoreException failure)
        {
            Failure ??= failure;
            throw;
        }
    }

    public ValueTask<T?> QueryFirstOrDefaultAsync<T>(SqlStatement statement, Func<SqlRow, T> map)
    {
        RequireOpen();
        try
        {
            return new ValueTask<T?>(commands.QueryFirstOrDefault(statement, map));
        }
        catch (StoreException failure)
        {
            Failure ??= failure;
            throw;
        }
    }

    private void RequireOpen()
    {
        if (_closed || (thread is not null && thread != Environment.CurrentManagedThreadId))
            throw new InvalidOperationException("The session was used outside its transaction. Work may await its session and nothing else.");
    }
}
