namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>A write whose work answers a <typeparamref name="T"/>.</summary>
internal sealed class QueuedWrite<T>(Func<ISqlSession, ValueTask<T>> work) : QueuedWrite
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Outcome => _outcome.Task;

    public override void Fail(Exception error) => _outcome.TrySetException(error);

    /// <summary>Gives the write up unless it has begun.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryCancel())
            _outcome.TrySetCanceled(cancellationToken);
    }

    protected override void Succeed() => _outcome.TrySetResult(_result);

    protected override bool RunWork(SqliteSession session)
    {
        var running = work(session);
        if (!running.IsCompleted)
            return false;

        _result = running.GetAwaiter().GetResult();
        return true;
    }
}
