namespace Trellis.Aerostack;

/// <summary>Carries out a <see cref="RetryConfig"/>. Contract sections 4.2 to 4.4.</summary>
internal sealed class BackoffSchedule(RetryConfig config) : RetrySchedule
{
    private const double LongestJitter = 1000;

    // The most that every one of .NET's timers takes.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The schedule of <paramref name="config"/>, or <see langword="null"/> for one attempt.</summary>
    public static BackoffSchedule? For(RetryConfig? config) =>
        config is { Strategy: RetryConfig.BackoffStrategyName } ? new BackoffSchedule(config) : null;

    public override bool ShouldRetry(ApiFailure failure, int attempt, TimeSpan elapsed, Func<double> randomness, out TimeSpan delay)
    {
        delay = default;
        if (!IsRepeatable(failure) || elapsed > TimeSpan.FromMilliseconds(config.Backoff.MaxElapsedTime))
        {
            return false;
        }

        delay = failure is { Kind: FailureKind.Status, RetryAfter: { } wait } && wait > TimeSpan.Zero
            ? wait < LongestWait ? wait : LongestWait
            : Backoff(attempt - 1, randomness());
        return true;
    }

    private bool IsRepeatable(ApiFailure failure) => failure.Kind switch
    {
        FailureKind.Status => failure.Status is 429 or 500 or 502 or 503 or 504,
        FailureKind.Connect or FailureKind.Timeout => config.RetryConnectionErrors,
        _ => false,
    };

    private TimeSpan Backoff(int retry, double random)
    {
        var backoff = config.Backoff;
        var milliseconds = (backoff.InitialInterval * Math.Pow(backoff.Exponent, retry)) + (random * LongestJitter);
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, Math.Max(0, backoff.MaxInterval)));
    }
}
