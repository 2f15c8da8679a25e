namespace Trellis.Aerostack;

/// <summary>How long to wait before a connection is made again. Contract section 7.5.</summary>
internal static class RealtimeBackoff
{
    private const double First = 1000;
    private const double Longest = 30_000;
    private const double Jitter = 0.3;

    /// <summary>The wait after so many failures in a row: a second, then twice as long each time up to 30, and up to 30 % more.</summary>
    /// <param name="failures">How many, from 1.</param>
    /// <param name="random">A uniform random number in [0, 1).</param>
    public static TimeSpan Delay(int failures, double random) =>
        TimeSpan.FromMilliseconds(Math.Min(First * Math.Pow(2, failures - 1), Longest) * (1 + (Jitter * random)));
}
