namespace Trellis.Server.Kernel.Passwords;

/// <summary>Lets so many in at once and so many wait. Safe for concurrent use.</summary>
internal sealed class PasswordLanes(int lanes, int queueLimit) : IDisposable
{
    private readonly SemaphoreSlim _free = new(lanes, lanes);
    private readonly int _most = lanes + queueLimit;
    private int _inside;

    /// <summary>Runs <paramref name="work"/> on another thread once a lane is free.</summary>
    /// <exception cref="PasswordBusyException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; work that has begun keeps its lane to its end.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inside) > _most)
        {
            Interlocked.Decrement(ref _inside);
            throw new PasswordBusyException();
        }

        try
        {
            await _free.WaitAsync(cancellationToken);
        }
        catch
        {
            Interlocked.Decrement(ref _inside);
            throw;
        }

        // The work is not given the token: begun, it must run to its end to give the lane back.
        return await Task.Run(() => Occupy(work), CancellationToken.None).WaitAsync(cancellationToken);
    }

    public void Dispose() => _free.Dispose();

    private T Occupy<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
            _free.Release();
        }
    }
}
