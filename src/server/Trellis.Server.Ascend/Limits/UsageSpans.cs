namespace Trellis.Server.Ascend.Limits;

/// <summary>The spans of time that an agent's actions are counted in.</summary>
internal static class UsageSpans
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A day in UTC.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyList<TimeSpan> All { get; } = [Minute, Hour, Day];

    /// <summary>When the span began that a moment is in.</summary>
    public static DateTimeOffset StartOf(TimeSpan span, DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % span.Ticks), TimeSpan.Zero);
}
