namespace Trellis.Server.Kernel.Telemetry;

/// <summary>The measurements of an instrument with the same labels. Safe for concurrent use.</summary>
internal sealed class MetricSeries(string labels, IReadOnlyList<double> bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Count + 1];
    private double _value;

    /// <summary>The labels, written.</summary>
    public string Labels => labels;

    /// <summary>Adds to the value.</summary>
    public void Add(double amount)
    {
        lock (_lock)
            _value += amount;
    }

    /// <summary>Replaces the value.</summary>
    public void Set(double value)
    {
        lock (_lock)
            _value = value;
    }

    /// <summary>Counts one in its bucket, and adds it to the value, which is the sum.</summary>
    public void Observe(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket])
            bucket++;
        lock (_lock)
        {
            _buckets[bucket]++;
            _value += value;
        }
    }

    /// <summary>The value, and how many were at most as large as each bound, the last number being all.</summary>
    public (double Value, IReadOnlyList<long> Cumulative) Read()
    {
        lock (_lock)
        {
            var (total, cumulative) = (0L, new long[_buckets.Length]);
            for (var bucket = 0; bucket < _buckets.Length; bucket++)
                cumulative[bucket] = total += _buckets[bucket];
            return (_value, cumulative);
        }
    }
}
