namespace Trellis.Server.Akshi.Agents;

/// <summary>The time that a tick may take; it stands still while a person is asked. Safe for concurrent use.</summary>
internal sealed class TickClock : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _cancellation;
    private readonly ITimer _timer;
    private TimeSpan _left;
    private long _since;

    /// <summary>Starts the clock.</summary>
    /// <param name="limit">How long the tick may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends the tick before.</param>
    public TickClock(TimeSpan limit, TimeProvider time, CancellationToken stopping)
    {
        _time = time;
        _left = limit;
        _since = time.GetTimestamp();
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _timer = time.CreateTimer(static state => ((TickClock)state!).Expire(), this, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends with the time, or when the agent is stopped.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether the time has run out.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>Holds the clock.</summary>
    public void Pause()
    {
        lock (_lock)
        {
            _left -= _time.GetElapsedTime(_since);
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets it run on.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _since = _time.GetTimestamp();
            _timer.Change(_left > TimeSpan.Zero ? _left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _cancellation.Dispose();
    }

    private void Expire()
    {
        IsExpired = true;
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The tick ended at the same moment.
        }
    }
}
