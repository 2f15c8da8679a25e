namespace Trellis.Caching.Redis.Connections;

/// <summary>
/// Remembers that the server is down, so that calls fail at once instead of each waiting for its own timeout. When the delay has
/// passed, one call, the probe, may try; the others are refused until it knows. Thread safe.
/// </summary>
internal sealed class Circuit(TimeProvider time, TimeSpan firstDelay, TimeSpan maxDelay)
{
    private readonly object _gate = new();
    private RedisCacheException? _cause;
    private long _since;
    private TimeSpan _delay;
    private bool _probing;

    /// <summary>Asks to go through, without being counted.</summary>
    /// <returns>Null, or why not.</returns>
    public Refusal? Check()
    {
        lock (_gate)
        {
            if (_cause is null)
                return null;

            var left = _delay - time.GetElapsedTime(_since);
            if (left > TimeSpan.Zero)
                return new(_cause, left);

            return _probing ? new(_cause, TimeSpan.Zero) : null;
        }
    }

    /// <summary>
    /// Asks to go through. A probe must be followed by <see cref="Succeeded"/>, <see cref="Failed"/> or <see cref="Abandoned"/>.
    /// </summary>
    public Refusal? Enter(out bool isProbe)
    {
        lock (_gate)
        {
            isProbe = false;
            if (Check() is { } refusal)
                return refusal;

            isProbe = _probing = _cause is not null;
            return null;
        }
    }

    /// <summary>The server answered.</summary>
    /// <returns>Whether it was down before.</returns>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var wasDown = _cause is not null;
            _cause = null;
            _probing = false;
            return wasDown;
        }
    }

    /// <summary>The server did not answer.</summary>
    /// <returns>The delay that begins now; null when another call found out before.</returns>
    public TimeSpan? Failed(RedisCacheException cause, bool isProbe)
    {
        lock (_gate)
        {
            if (_cause is not null && !isProbe)
                return null;

            _delay = _cause is null ? firstDelay : _delay * 2;
            if (_delay > maxDelay)
                _delay = maxDelay;

            _cause = cause;
            _since = time.GetTimestamp();
            _probing = false;
            return _delay;
        }
    }

    /// <summary>The probe was cancelled by its caller: the next call is the probe.</summary>
    public void Abandoned()
    {
        lock (_gate)
            _probing = false;
    }

    /// <summary>Why a call may not go through.</summary>
    /// <param name="Cause">How the server failed.</param>
    /// <param name="RetryAfter">Until the next attempt; zero while one is under way.</param>
    internal readonly record struct Refusal(RedisCacheException Cause, TimeSpan RetryAfter);
}
