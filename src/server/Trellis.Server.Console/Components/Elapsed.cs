using System.Globalization;

namespace Trellis.Server.Console.Components;

/// <summary>How people speak of moments.</summary>
internal static class Elapsed
{
    /// <summary>How long ago a moment was, or how far ahead it is.</summary>
    public static string Describe(DateTimeOffset moment, DateTimeOffset now)
    {
        var distance = now - moment;
        if (distance.Duration() < TimeSpan.FromSeconds(5))
            return "now";
        return distance > TimeSpan.Zero ? $"{Length(distance)} ago" : $"in {Length(-distance)}";
    }

    private static string Length(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => Count(time.TotalSeconds, "second"),
        { TotalMinutes: < 60 } => Count(time.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count(time.TotalHours, "hour"),
        _ => Count(time.TotalDays, "day"),
    };

    private static string Count(double amount, string unit)
    {
        var whole = (long)amount;
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}{(whole == 1 ? "" : "s")}");
    }
}
