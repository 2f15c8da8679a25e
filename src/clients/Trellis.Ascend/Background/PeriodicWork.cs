namespace Trellis.Ascend;

/// <summary>
/// Does something again and again until it is disposed. What takes longer than the interval is not begun twice. It holds no thread, and
/// keeps no process alive. What the work throws is its own business and ends nothing.
/// </summary>
internal sealed class PeriodicWork : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<CancellationToken, Task> _work;
    private readonly ITimer _timer;
    private int _isBusy;

    public PeriodicWork(TimeProvider time, TimeSpan firstDue, TimeSpan interval, Func<CancellationToken, Task> work)
    {
        _work = work;

        // The caller's correlation id and activity are not those of what follows.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static state => ((PeriodicWork)state!).Begin(), this, firstDue, interval);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _stop.Cancel();
    }

    private void Begin()
    {
        if (!_stop.IsCancellationRequested && Interlocked.Exchange(ref _isBusy, 1) == 0)
        {
            _ = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await _work(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The connection may be gone by now.
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }
}
