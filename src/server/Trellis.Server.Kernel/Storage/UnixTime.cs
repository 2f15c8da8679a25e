namespace Trellis.Server.Kernel.Storage;

/// <summary>Points in time as the schema stores them: Unix microseconds, UTC.</summary>
public static class UnixTime
{
    /// <summary>Unix microseconds of <paramref name="time"/>; finer parts are cut off.</summary>
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The point in time of <paramref name="microseconds"/>, in UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
