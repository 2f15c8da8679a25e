using System.Collections.Concurrent;

namespace Trellis.Server.Akshi.Metrics;

/// <summary>Counters of one name, told apart by one label. Safe for concurrent use.</summary>
internal sealed class CounterFamily
{
    private readonly ConcurrentDictionary<string, long> _values = new(StringComparer.Ordinal);

    /// <summary>The counters, in the order of their labels.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Read() => [.. _values.OrderBy(static pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>Counts; nothing is ever taken away.</summary>
    public void Add(string label, long amount)
    {
        if (amount > 0)
            _values.AddOrUpdate(label, amount, (_, value) => value + amount);
    }
}
