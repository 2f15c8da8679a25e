namespace Trellis.Akshi;

/// <summary>How long to wait before a stream is connected again. Contract section 3.5.</summary>
internal static class ReconnectDelays
{
    private const double Jitter = 0.3;
    private const int MostDoublings = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    /// <summary>The longest first wait that is heeded, whoever asks for it: a mistyped number must not end the stream for good.</summary>
    public static TimeSpan LongestFirst { get; } = TimeSpan.FromHours(1);

    /// <summary>The wait after so many connections in a row that brought no event.</summary>
    /// <param name="first">The wait after the first, which the server may have set; longer than 30 seconds holds as it is.</param>
    /// <param name="fruitless">How many, from 1.</param>
    /// <param name="wanted">What the server's last refusal asked for.</param>
    /// <param name="random">A uniform random number in [0, 1).</param>
    public static TimeSpan Delay(TimeSpan first, int fruitless, TimeSpan? wanted, double random)
    {
        first = first < LongestFirst ? first : LongestFirst;
        var limit = first > Longest ? first : Longest;
        var doubled = first * Math.Pow(2, Math.Min(fruitless - 1, MostDoublings));
        var delay = (doubled < limit ? doubled : limit) * (1 + (Jitter * random));
        var capped = wanted > LongestRetryAfter ? LongestRetryAfter : wanted;
        return capped > delay ? capped.Value : delay;
    }
}
