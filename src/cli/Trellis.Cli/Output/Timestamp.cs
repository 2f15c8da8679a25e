using System.Globalization;

namespace Trellis.Cli;

/// <summary>Timestamps as ISO 8601 in UTC, with a fraction of six digits or none.</summary>
internal static class Timestamp
{
    /// <summary>For programs: <c>2026-08-01T00:00:00Z</c>.</summary>
    public static string ForJson(DateTimeOffset time) => $"{WithoutZone(time)}Z";

    /// <summary>For people: <c>2026-08-01T00:00:00+00:00</c>.</summary>
    public static string? ForTable(DateTimeOffset? time) => time is { } known ? $"{WithoutZone(known)}+00:00" : null;

    private static string WithoutZone(DateTimeOffset time)
    {
        var hasFraction = time.Ticks % TimeSpan.TicksPerSecond >= TimeSpan.TicksPerMicrosecond;
        return time.UtcDateTime.ToString(hasFraction ? "yyyy-MM-ddTHH:mm:ss.ffffff" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
