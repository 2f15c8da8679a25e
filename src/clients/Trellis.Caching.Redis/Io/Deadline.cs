namespace Trellis.Caching.Redis.Io;

/// <summary>
/// The time one operation may still take, together with the caller's token. Waits that block read <see cref="Remaining"/>;
/// waits that are awaited observe <see cref="Token"/>, which also fires when the caller cancels.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;

    /// <summary>Starts the clock.</summary>
    /// <param name="name">The option that sets this time, for the message of the exception.</param>
    /// <param name="timeout">How long from now; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public Deadline(string name, TimeSpan timeout, TimeProvider time, CancellationToken caller)
        : this(name, timeout, time, time.GetTimestamp(), caller)
    {
    }

    private Deadline(string name, TimeSpan timeout, TimeProvider time, long start, CancellationToken caller)
    {
        Name = name;
        Limit = timeout;
        Caller = caller;
        _time = time;
        _start = start;
    }

    public string Name { get; }

    public TimeSpan Limit { get; }

    public CancellationToken Caller { get; }

    /// <summary>What is left: never negative, <see cref="Timeout.InfiniteTimeSpan"/> without a limit.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
                return Limit;

            var left = Limit - _time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>What is left for a blocking call, in whole milliseconds: at least 1, or -1 without a limit.</summary>
    /// <exception cref="TimeoutException">Nothing is left.</exception>
    public int RemainingMilliseconds
    {
        get
        {
            var remaining = Remaining;
            if (remaining == Timeout.InfiniteTimeSpan)
                return Timeout.Infinite;
            if (remaining == TimeSpan.Zero)
                throw new TimeoutException();

            return (int)Math.Ceiling(remaining.TotalMilliseconds);
        }
    }

    /// <summary>Fires when the time is over or the caller cancels. Made on first use, so that blocking calls start no timer.</summary>
    public CancellationToken Token
    {
        get
        {
            if (_source is null)
            {
                _source = new CancellationTokenSource(Remaining, _time);
                _registration = Caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
            }

            return _source.Token;
        }
    }

    /// <summary>A deadline for a part of this operation: <paramref name="timeout"/>, or what is left here if that is less.</summary>
    public Deadline Within(string name, TimeSpan timeout)
    {
        var remaining = Remaining;
        var partIsShorter = remaining == Timeout.InfiniteTimeSpan || (timeout != Timeout.InfiniteTimeSpan && timeout < remaining);
        return partIsShorter ? new Deadline(name, timeout, _time, Caller) : new Deadline(Name, Limit, _time, _start, Caller);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source?.Dispose();
    }
}
