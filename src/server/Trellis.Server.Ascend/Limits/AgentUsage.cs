namespace Trellis.Server.Ascend.Limits;

/// <summary>What an agent has used up at a moment.</summary>
internal sealed class AgentUsage
{
    private readonly IReadOnlyList<UsageRow> _rows;
    private readonly DateTimeOffset _now;

    public AgentUsage(IReadOnlyList<UsageRow> rows, DateTimeOffset now)
    {
        _rows = rows;
        _now = now;
    }

    /// <summary>What its actions of today, in UTC, have cost.</summary>
    public double CostToday => Find(UsageSpans.Day, UsageSpans.StartOf(UsageSpans.Day, _now))?.Cost ?? 0;

    /// <summary>Its actions in the last minute, hour or day.</summary>
    public SpanUsage Last(TimeSpan span)
    {
        var start = UsageSpans.StartOf(span, _now);
        return new SpanUsage(span, _now - start, Find(span, start - span)?.Actions ?? 0, Find(span, start)?.Actions ?? 0);
    }

    private UsageRow? Find(TimeSpan span, DateTimeOffset start) => _rows.FirstOrDefault(row => row.Span == span && row.StartsAt == start);
}
