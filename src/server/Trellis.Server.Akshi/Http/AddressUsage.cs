namespace Trellis.Server.Akshi.Http;

/// <summary>
/// What one address has asked: a fixed window of a minute and a bucket for bursts, of which a request must pass both (contract, section 1.3).
/// Safe for concurrent use.
/// </summary>
internal sealed class AddressUsage
{
    private static readonly long Window = TimeSpan.TicksPerMinute;

    private readonly Lock _lock = new();
    private long _windowStart;
    private int _count;
    private double _tokens = double.MaxValue;
    private long _refilledAt;

    /// <summary>Counts a request, if it is allowed.</summary>
    public RequestAllowance Take(DateTimeOffset at, int perMinute, int burst)
    {
        lock (_lock)
        {
            Move(at.UtcTicks, perMinute, burst);
            var reset = new DateTimeOffset(_windowStart + Window, TimeSpan.Zero);
            if (_count >= perMinute)
                return new RequestAllowance(false, perMinute, 0, reset, reset - at);

            if (_tokens < 1)
            {
                var wait = TimeSpan.FromMinutes((1 - _tokens) / perMinute);
                return new RequestAllowance(false, perMinute, perMinute - _count, reset, wait);
            }

            _count++;
            _tokens--;
            return new RequestAllowance(true, perMinute, perMinute - _count, reset, TimeSpan.Zero);
        }
    }

    /// <summary>Whether nothing of it counts any more.</summary>
    public bool IsIdle(DateTimeOffset at)
    {
        lock (_lock)
            return at.UtcTicks - _windowStart >= 2 * Window;
    }

    private void Move(long now, int perMinute, int burst)
    {
        if (now - _windowStart >= Window)
            (_windowStart, _count) = (now - (now % TimeSpan.TicksPerSecond), 0);

        var elapsed = Math.Max(0, now - _refilledAt);
        _tokens = Math.Min(burst, _tokens + (elapsed * (double)perMinute / Window));
        _refilledAt = now;
    }
}
