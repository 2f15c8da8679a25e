namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>The store on one SQLite file (https://sqlite.org/wal.html): one thread writes, many connections read.</summary>
internal sealed class SqliteStore : IStore
{
    private readonly SqliteReaderPool _readers;
    private readonly SqliteWriter _writer;
    private int _disposed;

    private SqliteStore(SqliteReaderPool readers, SqliteWriter writer)
    {
        _readers = readers;
        _writer = writer;
    }

    /// <exception cref="StoreException">The file cannot be opened or is not a database of SQLite.</exception>
    public static SqliteStore Open(string path, StoreOptions options)
    {
        var file = new SqliteFile(path, options.LockTimeout, options.IsDurable);
        file.CreateIfMissing();
        return new SqliteStore(
            new SqliteReaderPool(file, options.MaxReaders),
            new SqliteWriter(file.OpenForWriting(), options.MaxQueuedWrites, options.MaxWritesPerTransaction));
    }

    public ValueTask<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<T>(cancellationToken)
            : _writer.WriteAsync(new QueuedWrite<T>(work), cancellationToken);
    }

    public ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _readers.ReadAsync(work, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        await _writer.FinishAsync().ConfigureAwait(false);
        await _readers.DisposeAsync().ConfigureAwait(false);
        _writer.Dispose();
    }
}
