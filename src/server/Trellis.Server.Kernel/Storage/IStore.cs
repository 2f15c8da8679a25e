namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// The durable store of the server: one door for writing and one for reading, the same on every engine.
/// Safe for concurrent use. Whoever opened the store disposes it.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and returns once its outcome is durable. If <paramref name="work"/> throws,
    /// nothing of it is kept and the exception reaches the caller. A statement that failed undoes the work even if the work caught its
    /// exception: ask with <c>ON CONFLICT DO NOTHING</c> instead of trying.
    /// </summary>
    /// <remarks>
    /// Writes of SQLite run one after the other. On PostgreSQL they run side by side at READ COMMITTED, so work that decides on what it read
    /// reads it with <see cref="SqlDialect.ForUpdate"/> or puts the decision into the statement (<c>UPDATE … WHERE state = 'open'</c>).
    /// </remarks>
    /// <param name="work">
    /// The work. It may await its session and nothing else: on SQLite many callers share one transaction on one thread, and foreign
    /// waits would hold them all. It may run more than once (PostgreSQL repeats it after a serialization failure), so its effects
    /// must all go through the session.
    /// </param>
    /// <param name="cancellationToken">Gives up while the work still waits for its turn; work that has begun is finished.</param>
    /// <exception cref="StoreException">
    /// The engine failed; nothing was written, except where <see cref="StoreException.Failure"/> says that this is unknown.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    ValueTask<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default);

    /// <summary>Runs <paramref name="work"/> against one consistent snapshot. Statements that write are refused. May run more than once, as a write may.</summary>
    /// <exception cref="StoreException">The engine failed.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default);
}
