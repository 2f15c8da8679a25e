using System.Globalization;

namespace Trellis.Server.Kernel.Requests;

/// <summary>Points in time as the wire has them: ISO 8601, UTC, <c>Z</c>, microseconds where there are any.</summary>
public static class WireTime
{
    private static readonly long TicksPerSecond = TimeSpan.TicksPerSecond;

    /// <summary>The text of a point in time.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcTicks % TicksPerSecond == 0
            ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text of a point in time; null for none.</summary>
    public static string? Text(DateTimeOffset? time) => time is { } value ? Text(value) : null;

    /// <summary>Reads a date or a point in time; without an offset it is UTC.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
