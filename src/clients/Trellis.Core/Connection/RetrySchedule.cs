namespace Trellis;

/// <summary>Decides about the attempts of a call where a caller may configure that. Immutable; safe for concurrent use.</summary>
internal abstract class RetrySchedule
{
    /// <summary>Decides whether a failed attempt is worth another, and how long to wait before it.</summary>
    /// <param name="failure">Why it failed.</param>
    /// <param name="attempt">The number of the failed attempt, from 1.</param>
    /// <param name="elapsed">How long the call has taken so far.</param>
    /// <param name="randomness">Uniform random numbers in [0, 1).</param>
    /// <param name="delay">The wait before the next attempt.</param>
    public abstract bool ShouldRetry(ApiFailure failure, int attempt, TimeSpan elapsed, Func<double> randomness, out TimeSpan delay);
}
