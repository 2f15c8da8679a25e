using System.Collections.Concurrent;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>The connections that read: opened when first needed, at most <paramref name="limit"/>, kept until the store closes.</summary>
internal sealed class SqliteReaderPool(SqliteFile file, int limit) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(limit, limit);
    private readonly ConcurrentStack<SqliteReader> _idle = new();
    private volatile bool _disposed;

    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IStore));
            if (!_idle.TryPop(out var reader))
                reader = new SqliteReader(file.OpenForReading());

            try
            {
                return await reader.ReadAsync(work).ConfigureAwait(false);
            }
            finally
            {
                _idle.Push(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits until no reader is in use and closes them all. A read that starts later is refused.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        for (var taken = 0; taken < limit; taken++)
            await _free.WaitAsync().ConfigureAwait(false);

        while (_idle.TryPop(out var reader))
            reader.Dispose();

        _free.Release(limit);
    }
}
