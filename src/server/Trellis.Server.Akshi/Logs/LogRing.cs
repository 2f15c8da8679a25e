namespace Trellis.Server.Akshi.Logs;

/// <summary>The last lines, in a ring that forgets the oldest. Safe for concurrent use.</summary>
/// <param name="capacity">How many lines it keeps.</param>
internal sealed class LogRing(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LogEntry[] _entries = new LogEntry[capacity];
    private long _head;

    /// <summary>Appends a line and gives it its number.</summary>
    public LogEntry Append(DateTimeOffset at, LogSeverity severity, string? agent, string message)
    {
        lock (_lock)
        {
            var entry = new LogEntry(++_head, at, severity, agent, message);
            _entries[entry.Seq % capacity] = entry;
            return entry;
        }
    }

    /// <summary>Reads a page, the oldest lines first (contract, section 4.1).</summary>
    /// <param name="since">The first number wanted; what is no longer kept is passed over.</param>
    /// <param name="from">The first point in time wanted; null for any.</param>
    /// <param name="limit">At most so many.</param>
    public LogPage Read(long since, DateTimeOffset? from, int limit)
    {
        lock (_lock)
        {
            var page = new List<LogEntry>();
            for (var seq = Math.Max(since, Math.Max(1, _head - capacity + 1)); seq <= _head && page.Count < limit; seq++)
            {
                var entry = _entries[seq % capacity];
                if (from is null || entry.At >= from)
                    page.Add(entry);
            }

            return new LogPage(page, (page.Count > 0 ? page[^1].Seq : _head) + 1);
        }
    }
}
