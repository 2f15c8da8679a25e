using System.Data;
using System.Net.Sockets;
using Npgsql;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>
/// The store on PostgreSQL, or an engine that speaks its protocol: a connection and a transaction per call. Writes run at READ COMMITTED,
/// where a row read with <see cref="SqlDialect.ForUpdate"/> is waited for and then read as it has become; stricter levels would fail
/// instead of waiting wherever writers meet at one row, as they do at the end of an audit chain.
/// </summary>
internal sealed class PostgresStore(NpgsqlDataSource source, RepeatPolicy repeat) : IStore
{
    private const string BeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private readonly RunningCalls _calls = new();

    public ValueTask<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(() => WriteOnceAsync(work, cancellationToken), cancellationToken);
    }

    public ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(() => ReadOnceAsync(work, cancellationToken), cancellationToken);
    }

    /// <summary>Finishes the calls under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _calls.CloseAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken)
    {
        _calls.Enter();
        try
        {
            return await repeat.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _calls.Leave();
        }
    }

    private async ValueTask<T> WriteOnceAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Sent together with the first statement.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var session = new PostgresSession(connection);
                var result = await WorkAsync(session, work).ConfigureAwait(false);
                try
                {
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }
                catch (NpgsqlException error)
                {
                    throw PostgresErrors.TranslateCommit(error);
                }

                session.AfterCommitActions?.Run();
                return result;
            }
        }
    }

    private async ValueTask<T> ReadOnceAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        // The transaction ends when its connection goes back to the pool.
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await BeginReadingAsync(connection).ConfigureAwait(false);
            return await WorkAsync(new PostgresSession(connection), work).ConfigureAwait(false);
        }
    }

    private static async ValueTask<T> WorkAsync<T>(PostgresSession session, Func<ISqlSession, ValueTask<T>> work)
    {
        try
        {
            var result = await work(session).ConfigureAwait(false);
            return session.Failure is null ? result : throw session.Failure;
        }
        catch (Exception) when (session.Failure is { } failure && PostgresErrors.IsRepeatable(failure))
        {
            // Whatever the work made of the failure, the repetition must see it.
            throw failure;
        }
        finally
        {
            session.Close();
        }
    }

    private static async ValueTask BeginReadingAsync(NpgsqlConnection connection)
    {
        var begin = new NpgsqlCommand(BeginReading, connection);
        await using (begin.ConfigureAwait(false))
        {
            try
            {
                await begin.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
            catch (NpgsqlException error)
            {
                throw PostgresErrors.Translate(error);
            }
        }
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        // A connection that is idle in the pool is handed out even to a caller who has given up.
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw PostgresErrors.Translate(error);
        }
        catch (SocketException error)
        {
            throw new StoreException($"PostgreSQL cannot be reached: {error.Message}", error) { Failure = StoreFailure.Unavailable };
        }
    }
}
