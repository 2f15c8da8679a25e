namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>A write whose work answers a <typeparamref name="T"/>.</summary>
internal sealed class QueuedWrite<T>(Func<ISqlSession, ValueTask<T>> work) : QueuedWrite
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T _result = default!;

    public Task<T> Outcome => _outcome.Task;

    /// <summary>Gives the write up when its caller does, unless it has begun by then. Call it before the write is queued.</summary>
    public void CancelWith(CancellationToken cancellationToken) => _registration = cancellationToken.UnsafeRegister(
        static (state, token) => ((QueuedWrite<T>)state!).Cancel(token), this);

    public override void Fail(Exception error)
    {
        _registration.Unregister();
        _outcome.TrySetException(error);
    }

    protected override void Succeed()
    {
        _registration.Unregister();
        _outcome.TrySetResult(_result);
    }

    protected override bool RunWork(SqliteSession session)
    {
        var running = work(session);
        if (!running.IsCompleted)
            return false;

        _result = running.GetAwaiter().GetResult();
        return true;
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (TryCancel())
            _outcome.TrySetCanceled(cancellationToken);
    }
}
