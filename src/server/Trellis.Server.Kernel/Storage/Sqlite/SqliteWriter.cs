using System.Threading.Channels;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// The one thread that writes. It takes everything that waits, runs it in one transaction and commits once: the more callers wait, the more
/// of them share one flush to the disk, and a lone caller waits for no timer. When a write fails, all of it is undone and run once more,
/// each write behind a savepoint, so that only the failing one is undone in the end.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string Rollback = "ROLLBACK";
    private const string Savepoint = "SAVEPOINT write";
    private const string Release = "RELEASE write";
    private const string RollbackToSavepoint = "ROLLBACK TO write";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommands _commands;
    private readonly Channel<QueuedWrite> _queue;
    private readonly int _groupLimit;
    private readonly List<QueuedWrite> _waiting = [];
    private readonly List<QueuedWrite> _group = [];
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(SqliteConnection connection, int queueLimit, int groupLimit)
    {
        _connection = connection;
        _commands = new SqliteCommands(connection);
        _groupLimit = groupLimit;

        // The only continuation that can run inside a caller's WriteAsync is the one that wakes the writer thread.
        _queue = Channel.CreateBounded<QueuedWrite>(
            new BoundedChannelOptions(queueLimit) { SingleReader = true, AllowSynchronousContinuations = true });
        new Thread(Run) { IsBackground = true, Name = "trellis-sqlite-writer" }.Start();
    }

    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public ValueTask<T> WriteAsync<T>(QueuedWrite<T> write, CancellationToken cancellationToken)
    {
        write.CancelWith(cancellationToken);
        return _queue.Writer.TryWrite(write) ? new(write.Outcome) : WaitAndWriteAsync(write, cancellationToken);
    }

    /// <summary>Takes no more writes and finishes those that are queued.</summary>
    public Task FinishAsync()
    {
        _queue.Writer.TryComplete();
        return _drained.Task;
    }

    /// <summary>Copies the log into the database file and closes the connection. Call it after <see cref="FinishAsync"/>, when no reader is left.</summary>
    public void Dispose()
    {
        try
        {
            _commands.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreException)
        {
            // The log is complete on the disk: the next opening reads it.
        }

        _commands.Dispose();
        _connection.Dispose();
    }

    private async ValueTask<T> WaitAndWriteAsync<T>(QueuedWrite<T> write, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            write.Fail(new ObjectDisposedException(nameof(IStore), "The store is closed and takes no more writes."));
        }
        catch (OperationCanceledException)
        {
            // The write has heard of it too.
        }

        return await write.Outcome.ConfigureAwait(false);
    }

    private void Run()
    {
        while (WaitForWrites())
            RunGroup();

        _drained.SetResult();
    }

    private bool WaitForWrites()
    {
        var waiting = _queue.Reader.WaitToReadAsync();
        return waiting.IsCompleted ? waiting.GetAwaiter().GetResult() : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void RunGroup()
    {
        // What waits now and not what comes meanwhile: while this group is flushed, the callers of the last one prepare the next.
        var waiting = Math.Min(_queue.Reader.Count, _groupLimit);
        while (_waiting.Count < waiting && _queue.Reader.TryRead(out var write))
        {
            if (write.TryStart())
                _waiting.Add(write);
            else
                waiting--;
        }

        if (_waiting.Count > 0 && !TryRunTogether())
            RunSeparately();

        _waiting.Clear();
        CommitGroup();
    }

    /// <summary>
    /// Runs the writes of a group as if they were one. Savepoints cost as much as a small write, and hardly any write fails.
    /// </summary>
    /// <returns>Whether all succeeded; if not, nothing has been written and nobody has been told.</returns>
    private bool TryRunTogether()
    {
        try
        {
            _commands.Run(Begin);
            foreach (var write in _waiting)
            {
                if (write.Run(NewSession()) is not null)
                {
                    TryRollback();
                    return false;
                }
            }
        }
        catch (StoreException)
        {
            return false;
        }

        _group.AddRange(_waiting);
        return true;
    }

    private void RunSeparately()
    {
        foreach (var write in _waiting)
        {
            try
            {
                RunOne(write);
            }
            catch (StoreException error)
            {
                _group.Add(write);
                AbandonGroup(error);
            }
        }
    }

    private void RunOne(QueuedWrite write)
    {
        // The first write of a group needs no savepoint: undoing it is undoing the transaction.
        var isFirst = _group.Count == 0;
        _commands.Run(isFirst ? Begin : Savepoint);

        if (write.Run(NewSession()) is not { } error)
        {
            if (!isFirst)
                _commands.Run(Release);

            _group.Add(write);
            return;
        }

        if (_connection.InTransaction)
            Undo(isFirst);
        else
            AbandonGroup(error);

        write.Fail(error);
    }

    private SqliteSession NewSession() => new(_commands, Environment.CurrentManagedThreadId);

    private void Undo(bool isFirst)
    {
        if (isFirst)
        {
            _commands.Run(Rollback);
            return;
        }

        _commands.Run(RollbackToSavepoint);
        _commands.Run(Release);
    }

    private void CommitGroup()
    {
        if (_group.Count == 0)
            return;

        try
        {
            _commands.Run(Commit);
        }
        catch (StoreException error)
        {
            AbandonGroup(error);
            return;
        }

        foreach (var write in _group)
            write.Complete();

        _group.Clear();
    }

    // A full disk, a failed read or a failed commit undoes the whole transaction, and with it what the others of the group had written.
    private void AbandonGroup(Exception error)
    {
        TryRollback();
        var failure = new StoreException($"The transaction that this write shared with others was undone. {error.Message}", error)
        {
            Failure = StoreFailure.Unavailable,
        };
        foreach (var write in _group)
            write.Fail(failure);

        _group.Clear();
    }

    private void TryRollback()
    {
        if (!_connection.InTransaction)
            return;

        try
        {
            _commands.Run(Rollback);
        }
        catch (StoreException)
        {
            // The callers are told of the first failure; a transaction that stays open makes the next BEGIN say so.
        }
    }
}
