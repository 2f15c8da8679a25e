namespace Trellis.Server.Ascend.Policies;

/// <summary>
/// A time of day, possibly past midnight, on some days of the week. The hours after midnight belong to the day on which the window began.
/// </summary>
internal sealed record TimeWindow
{
    /// <summary>When it begins.</summary>
    public TimeSpan From { get; init; } = TimeSpan.Zero;

    /// <summary>When it is over; up to 24:00, and before <see cref="From"/> when it is over on the next day.</summary>
    public TimeSpan To { get; init; } = TimeSpan.FromDays(1);

    /// <summary>On which days it begins.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } = new HashSet<DayOfWeek>(Enum.GetValues<DayOfWeek>());

    /// <summary>Whose clock is meant.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether the condition is to be outside: at every other time, and on every other day.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether the condition is met at a point in time.</summary>
    public bool IsMet(DateTimeOffset at) => Contains(TimeZoneInfo.ConvertTime(at, Zone)) != IsOutside;

    private bool Contains(DateTimeOffset local)
    {
        var time = local.TimeOfDay;
        if (From < To)
            return time >= From && time < To && Days.Contains(local.DayOfWeek);

        return (time >= From && Days.Contains(local.DayOfWeek))
            || (time < To && Days.Contains(local.AddDays(-1).DayOfWeek));
    }
}
