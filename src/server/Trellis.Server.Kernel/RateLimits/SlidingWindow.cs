namespace Trellis.Server.Kernel.RateLimits;

/// <summary>The two fixed windows of one subject. Safe for concurrent use.</summary>
internal sealed class SlidingWindow
{
    private readonly Lock _lock = new();
    private long _length = 1;
    private long _number;
    private int _current;
    private int _previous;

    public RateLimitResult Take(long now, RateLimit limit)
    {
        lock (_lock)
        {
            Move(now, limit.Window.Ticks);
            var elapsed = now - (_number * _length);
            var used = (_previous * (double)(_length - elapsed) / _length) + _current;
            if (used + 1 > limit.Requests)
                return new RateLimitResult(false, limit, 0, TimeSpan.FromTicks(Wait(limit.Requests, elapsed)), Rest(elapsed));

            _current++;
            return new RateLimitResult(true, limit, (int)Math.Max(0, limit.Requests - used - 1), TimeSpan.Zero, Rest(elapsed));
        }
    }

    /// <summary>Whether nothing of it counts any more.</summary>
    public bool IsIdle(long now)
    {
        lock (_lock)
            return now / _length > _number + 1;
    }

    private void Move(long now, long length)
    {
        if (length != _length)
            (_length, _number, _current, _previous) = (length, now / length, 0, 0);

        var number = now / _length;
        if (number == _number)
            return;

        _previous = number == _number + 1 ? _current : 0;
        _current = 0;
        _number = number;
    }

    // The estimate falls evenly: while the last window counts by how many of it leave, and from the next boundary on by those of this one.
    private long Wait(int requests, long elapsed)
    {
        if (_current + 1 <= requests && _previous > 0)
            return Math.Max(1, (long)Math.Ceiling(_length * (1 - ((requests - 1.0 - _current) / _previous))) - elapsed);

        var intoNext = _length * Math.Max(0, 1 - ((requests - 1.0) / _current));
        return _length - elapsed + (long)Math.Ceiling(intoNext);
    }

    private TimeSpan Rest(long elapsed) => TimeSpan.FromTicks((_current > 0 ? 2 * _length : _length) - elapsed);
}
