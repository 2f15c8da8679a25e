namespace Trellis.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, which guards its state with its own lock.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;

    public TimeSpan Due { get; private set; }

    public bool IsDisposed { get; set; }

    public bool IsPeriodic => _period > TimeSpan.Zero;

    /// <summary>
    /// Whether this timer guards other work. The framework hands a token source, or the generic promise of <c>Task.WaitAsync</c>,
    /// to such timers; the promise of <c>Task.Delay</c> is a plain task.
    /// </summary>
    public bool IsDeadline { get; } = state is CancellationTokenSource || (state is Task && state.GetType().IsGenericType);

    /// <summary>Whether somebody waits for this timer itself.</summary>
    public bool IsDelay => !IsDeadline && !IsPeriodic;

    public static void ThrowIfNotAnInterval(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "An interval is zero or more, or Timeout.InfiniteTimeSpan.");
    }

    public void Start(TimeSpan due, TimeSpan period)
    {
        Due = due;
        _period = period;
    }

    public void StartNextPeriod() => Due += _period;

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
