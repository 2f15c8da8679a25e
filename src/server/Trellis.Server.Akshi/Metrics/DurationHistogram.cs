namespace Trellis.Server.Akshi.Metrics;

/// <summary>How long things took, in buckets. Safe for concurrent use.</summary>
internal sealed class DurationHistogram
{
    private readonly long[] _buckets = new long[Bounds.Count + 1];
    private long _ticks;

    /// <summary>The upper bounds of the buckets in seconds, but for the last one, which has none.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Counts one.</summary>
    public void Observe(TimeSpan duration)
    {
        var bucket = 0;
        while (bucket < Bounds.Count && duration.TotalSeconds > Bounds[bucket])
            bucket++;
        Interlocked.Increment(ref _buckets[bucket]);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    /// <summary>How many took at most as long as each bound, the last number being all; and their sum.</summary>
    public (IReadOnlyList<long> Cumulative, TimeSpan Sum) Read()
    {
        var (total, cumulative) = (0L, new long[_buckets.Length]);
        for (var bucket = 0; bucket < _buckets.Length; bucket++)
            cumulative[bucket] = total += Interlocked.Read(ref _buckets[bucket]);
        return (cumulative, TimeSpan.FromTicks(Interlocked.Read(ref _ticks)));
    }
}
