using System.Collections.Concurrent;

namespace Trellis.Server.Kernel.RateLimits;

/// <summary>
/// Counts requests in sliding windows, each estimated from two fixed ones: the part of the last window that still counts is taken to be
/// spread evenly. It needs a few numbers per subject, whatever the limit, and never lets through more than twice the limit in a window.
/// Counts in the memory of this server: several servers on one store each allow the limit. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class RateLimiter(TimeProvider time)
{
    private const int Capacity = 100_000;

    private readonly ConcurrentDictionary<(string Subject, string Rule), SlidingWindow> _windows = new();

    /// <summary>Counts one request if it is allowed.</summary>
    /// <param name="subject">Whose: a key, an agent, an address.</param>
    /// <param name="rule">Which of the subject's limits.</param>
    /// <param name="limit">How much is allowed; without a limit nothing is counted.</param>
    public RateLimitResult Take(string subject, string rule, RateLimit limit)
    {
        if (limit.Requests <= 0)
            return new RateLimitResult(true, limit, int.MaxValue, TimeSpan.Zero, TimeSpan.Zero);

        var now = time.GetUtcNow().UtcTicks;
        if (!_windows.TryGetValue((subject, rule), out var window))
        {
            if (_windows.Count >= Capacity)
                Forget(now);
            window = _windows.GetOrAdd((subject, rule), static _ => new SlidingWindow());
        }

        return window.Take(now, limit);
    }

    private void Forget(long now)
    {
        foreach (var (subject, window) in _windows)
        {
            if (window.IsIdle(now))
                _windows.TryRemove(subject, out _);
        }
    }
}
