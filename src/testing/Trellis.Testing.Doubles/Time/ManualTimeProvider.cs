namespace Trellis.Testing;

/// <summary>
/// A clock that stands still until a test moves it, so that waits, timeouts and expirations are exact and take no real time.
/// Safe for concurrent use. Timer callbacks run on the thread that moves the clock, one after the other, in order of their due time.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimerWait> _waits = [];
    private readonly List<TimeSpan> _delays = [];
    private readonly DateTimeOffset _start;
    private TimeSpan _elapsed;
    private TimeSpan _horizon;
    private int _timersCreated;

    /// <summary>Makes a clock that shows midnight of 1 January 2026, UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Makes a clock that shows <paramref name="start"/>.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <summary>
    /// Whether the start of a delay moves the clock to its end at once and records it in <see cref="Delays"/>.
    /// </summary>
    /// <value>
    /// The default is false. A delay is any timer that fires once, save those that guard other work: the timers behind a
    /// <see cref="CancellationTokenSource"/> and behind <c>Task.WaitAsync</c> are deadlines, which fire when the delays have moved
    /// the clock that far. The clock does not jump over a deadline: it stops there, and a delay that the deadline did not cut
    /// short stays pending until <see cref="Advance"/>. Delays that start side by side add up instead of overlapping.
    /// </value>
    public bool AutoAdvance { get; init; }

    /// <summary>How long, in real time, the <c>WaitForTimer</c> methods wait before they fail.</summary>
    /// <value>The default is 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The delays that <see cref="AutoAdvance"/> skipped so far, in the order they began. A copy.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_gate) return _delays.ToArray();
        }
    }

    /// <summary>How many timers were made so far, whether they still run or not.</summary>
    public int TimersCreated
    {
        get
        {
            lock (_gate) return _timersCreated;
        }
    }

    /// <summary>How long each pending timer still has to run, shortest first. A copy.</summary>
    public IReadOnlyList<TimeSpan> PendingTimers
    {
        get
        {
            lock (_gate) return Pending();
        }
    }

    /// <summary>How far the clock was moved since it was made.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate) return _elapsed;
        }
    }

    /// <summary>UTC, so that a test does not depend on where it runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Ticks of 100 nanoseconds, as <see cref="TimeSpan"/> counts them.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time that the clock shows.</summary>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <summary>The ticks passed since the clock was made; the same movement as <see cref="GetUtcNow"/>.</summary>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>
    /// Moves the clock forward and fires every timer that comes due on the way, in order, each while the clock shows its due time.
    /// Timers that the callbacks start are included. Movements made side by side add up.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan target;
        lock (_gate) target = _horizon += by;
        AdvanceTo(target);
    }

    /// <summary>Waits until at least one timer is pending: the code under test has begun to wait.</summary>
    /// <exception cref="TimeoutException">No timer was started while <see cref="Patience"/> lasted.</exception>
    public Task WaitForTimerAsync(CancellationToken cancellationToken = default) => WaitForTimersAsync(1, cancellationToken);

    /// <summary>Waits until a timer is pending that has exactly <paramref name="remaining"/> left to run.</summary>
    /// <exception cref="TimeoutException">No such timer was started while <see cref="Patience"/> lasted.</exception>
    public Task WaitForTimerAsync(TimeSpan remaining, CancellationToken cancellationToken = default) =>
        WaitAsync(pending => pending.Contains(remaining), $"a timer of {remaining}", cancellationToken);

    /// <summary>Waits until at least <paramref name="count"/> timers are pending at the same time.</summary>
    /// <exception cref="TimeoutException">Fewer timers were pending while <see cref="Patience"/> lasted.</exception>
    public Task WaitForTimersAsync(int count, CancellationToken cancellationToken = default) =>
        WaitAsync(pending => pending.Length >= count, $"{count} pending timer(s)", cancellationToken);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        lock (_gate) _timersCreated++;
        Schedule(timer, dueTime, period);
        return timer;
    }

    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer.ThrowIfNotAnInterval(dueTime, nameof(dueTime));
        ManualTimer.ThrowIfNotAnInterval(period, nameof(period));
        TimeSpan target;
        lock (_gate)
        {
            if (timer.IsDisposed) return false;
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;

            timer.Start(_elapsed + dueTime, period);
            _timers.Add(timer);
            target = _elapsed;
            if (AutoAdvance && timer.IsDelay)
            {
                _delays.Add(dueTime);
                target = EndOfDelay(timer);
            }

            if (_horizon < target) _horizon = target;
            CompleteWaits();
        }

        AdvanceTo(target);
        return true;
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (TakeDue(target) is { } timer) timer.Fire();
    }

    // The lock is not held while a callback runs: it may start timers, or wait for a thread that does.
    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            var reached = next?.Due ?? target;
            if (_elapsed < reached) _elapsed = reached;
            if (next is null) return null;

            // Removed and added again, so that timers due at the same time take turns.
            _timers.Remove(next);
            if (next.IsPeriodic)
            {
                next.StartNextPeriod();
                _timers.Add(next);
            }

            return next;
        }
    }

    // Task.Delay listens to its token only after it has made its timer. Were the delay to end in the same step as a deadline that
    // comes first, it would end well, and a caller that is out of time would never notice.
    private TimeSpan EndOfDelay(ManualTimer delay) =>
        _timers.Where(timer => timer.IsDeadline).Select(timer => timer.Due).Append(delay.Due).Min();

    private TimeSpan[] Pending() => [.. _timers.Select(timer => timer.Due - _elapsed).Order()];

    private void CompleteWaits()
    {
        if (_waits.Count == 0) return;
        var pending = Pending();
        _waits.RemoveAll(wait => wait.TryComplete(pending));
    }

    private async Task WaitAsync(Func<TimeSpan[], bool> condition, string description, CancellationToken cancellationToken)
    {
        var wait = new TimerWait(condition);
        lock (_gate)
        {
            if (wait.TryComplete(Pending())) return;
            _waits.Add(wait);
        }

        try
        {
            await wait.Task.WaitAsync(Patience, System, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"Waited {Patience} for {description}. Pending: [{string.Join(", ", PendingTimers)}]; timers made so far: {TimersCreated}.");
        }
        finally
        {
            lock (_gate) _waits.Remove(wait);
        }
    }
}
