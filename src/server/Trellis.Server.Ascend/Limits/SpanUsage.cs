namespace Trellis.Server.Ascend.Limits;

/// <summary>
/// How many actions there were in a span of time that ends now. It is estimated from two fixed spans, as request limits are: what still
/// counts of the last one is taken to be spread evenly over it.
/// </summary>
/// <param name="Span">How long.</param>
/// <param name="Elapsed">How much of the current fixed span is over.</param>
/// <param name="Previous">How many in the last one.</param>
/// <param name="Current">How many in the current one so far.</param>
internal readonly record struct SpanUsage(TimeSpan Span, TimeSpan Elapsed, long Previous, long Current)
{
    /// <summary>How many there were.</summary>
    public double Actions => Current + (Previous * (1 - (Elapsed / Span)));

    /// <summary>Whether one more is within a limit.</summary>
    public bool Allows(long limit) => Actions + 1 <= limit;

    /// <summary>How long until one more is.</summary>
    public TimeSpan WaitFor(long limit)
    {
        if (Allows(limit))
            return TimeSpan.Zero;

        // Within the current span, when enough of the last has stopped counting; else within the next, when enough of this one has.
        return Current < limit
            ? (Span * ShareToForget(limit - 1 - Current, Previous)) - Elapsed
            : Span - Elapsed + (Span * ShareToForget(limit - 1, Current));
    }

    private static double ShareToForget(long left, long counted) => 1 - ((double)left / counted);
}
