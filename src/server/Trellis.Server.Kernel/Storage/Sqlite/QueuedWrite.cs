namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>A write on its way through the writer thread's queue.</summary>
internal abstract class QueuedWrite
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private int _state;
    private AfterCommitActions? _afterCommit;

    /// <summary>Claims the write for the writer thread; <see langword="false"/> when its caller gave up before.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;

    /// <summary>Gives the write up; <see langword="false"/> when it has begun.</summary>
    public bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;

    /// <summary>Runs the work and keeps its result back until <see cref="Complete"/>.</summary>
    /// <returns>The reason why the work must be undone, or <see langword="null"/>.</returns>
    public Exception? Run(SqliteSession session)
    {
        // So that work sees its caller's activity and logging scope, as it does on an engine that awaits.
        if (_context is not null)
            ExecutionContext.Restore(_context);

        try
        {
            return RunWork(session)
                ? session.Failure
                : new InvalidOperationException(
                    "The work of a write awaited something other than its session and was undone. Do that before or after WriteAsync.");
        }
        catch (Exception error)
        {
            return error;
        }
        finally
        {
            _afterCommit = session.AfterCommitActions;
            session.Close();
        }
    }

    /// <summary>Runs what the work wanted done after the commit, and tells the caller that the write is durable.</summary>
    public void Complete()
    {
        try
        {
            _afterCommit?.Run();
        }
        catch (Exception error)
        {
            // The thread that writes must survive a defect of its guests.
            Fail(error);
            return;
        }

        Succeed();
    }

    /// <summary>Tells the caller why nothing was written.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Tells the caller that the write is durable.</summary>
    protected abstract void Succeed();

    /// <returns>Whether the work finished before it returned.</returns>
    protected abstract bool RunWork(SqliteSession session);
}
