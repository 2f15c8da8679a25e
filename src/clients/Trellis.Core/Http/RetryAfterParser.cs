using System.Globalization;

namespace Trellis;

/// <summary>Reads a <c>Retry-After</c> header (RFC 9110 section 10.2.3; Askii contract, section 3.5). It never throws.</summary>
internal static class RetryAfterParser
{
    /// <summary>How long to wait from now on, or null when <paramref name="value"/> does not say.</summary>
    /// <param name="value">
    /// Seconds, with a fraction or an exponent if need be; or a date, as <see cref="InternetDate"/> reads it. A negative number and a
    /// date that has passed mean zero, since nobody can wait less. Infinity, and more seconds than a time span holds, mean
    /// <see cref="TimeSpan.MaxValue"/>, for the caller to cap; what is not a number means nothing.
    /// </param>
    /// <param name="timeProvider">The clock that a date is compared with.</param>
    public static TimeSpan? Parse(string? value, TimeProvider timeProvider)
    {
        var text = value.AsSpan().Trim();
        if (text.IsEmpty) return null;
        if (TryParseSeconds(text, out var seconds)) return double.IsNaN(seconds) ? null : ToTimeSpan(seconds);
        if (!InternetDate.TryParse(text, out var date)) return null;

        var delay = date - timeProvider.GetUtcNow();
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }

    private static bool TryParseSeconds(ReadOnlySpan<char> text, out double seconds)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds)) return true;

        // The short name of infinity, which .NET does not read.
        var isNegative = text[0] == '-';
        seconds = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return text[(isNegative || text[0] == '+' ? 1 : 0)..].Equals("inf", StringComparison.OrdinalIgnoreCase);
    }

    private static TimeSpan ToTimeSpan(double seconds)
    {
        if (seconds <= 0) return TimeSpan.Zero;
        var ticks = seconds * TimeSpan.TicksPerSecond;
        return ticks < TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : TimeSpan.MaxValue;
    }
}
