namespace Trellis.Akshi;

/// <summary>How long to wait before a stream is connected again. Contract section 3.5.</summary>
internal static class ReconnectDelays
{
    private const double Jitter = 0.3;
    private const int MostDoublings = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The wait after so many connections in a row that brought no event.</summary>
    /// <param name="first">The wait after the first, which the server may have set; longer than 30 seconds holds as it is.</param>
    /// <param name="fruitless">How many, from 1.</param>
    /// <param name="wanted">What the server's last refusal asked for.</param>
    /// <param name="random">A uniform random number in [0, 1).</param>
    public static TimeSpan Delay(TimeSpan first, int fruitless, TimeSpan? wanted, double random)
    {
        var limit = first > Longest ? first : Longest;
        var doubled = first * Math.Pow(2, Math.Min(fruitless - 1, MostDoublings));
        var delay = (doubled < limit ? doubled : limit) * (1 + (Jitter * random));
        var capped = wanted > 2 * Longest ? 2 * Longest : wanted;
        return capped > delay ? capped.Value : delay;
    }
}
