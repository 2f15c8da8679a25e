namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>Counts the calls that are under way, so that closing can wait for them and refuse new ones.</summary>
internal sealed class RunningCalls
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _closed;

    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public void Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IStore));
            _count++;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count == 0 && _closed)
                _ended.TrySetResult();
        }
    }

    /// <summary>Refuses new calls and waits for those under way.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_count == 0)
                _ended.TrySetResult();
        }

        return _ended.Task;
    }
}
