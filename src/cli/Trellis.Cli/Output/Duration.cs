using System.Globalization;

namespace Trellis.Cli;

/// <summary>Spans of time for people: the two largest units of them, such as <c>3 h 12 min</c>.</summary>
internal static class Duration
{
    /// <param name="milliseconds">How long; less than nothing counts as nothing.</param>
    public static string Of(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond));
        return span switch
        {
            { Days: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.Days} d {span.Hours} h"),
            { Hours: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes} min"),
            { Minutes: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        };
    }
}
