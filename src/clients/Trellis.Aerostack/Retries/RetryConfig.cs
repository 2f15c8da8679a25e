namespace Trellis.Aerostack;

/// <summary>
/// Which failed attempts are repeated: those answered with 429, 500, 502, 503 or 504, whatever the operation, and on request those that
/// found no connection or took too long. Nothing is repeated unless the client or the call has one of these. An operation that changes
/// something is repeated like any other: the API has no idempotency key. Contract section 4.
/// </summary>
/// <param name="Strategy"><see cref="BackoffStrategyName"/>; with any other text each call is one attempt.</param>
/// <param name="Backoff">The waits.</param>
/// <param name="RetryConnectionErrors">Whether failed connections and timeouts are repeated too.</param>
public sealed record RetryConfig(string Strategy, BackoffStrategy Backoff, bool RetryConnectionErrors)
{
    /// <summary>The one strategy there is.</summary>
    public const string BackoffStrategyName = "backoff";

    /// <summary>Creates a configuration with the strategy <see cref="BackoffStrategyName"/>.</summary>
    /// <param name="backoff">The waits.</param>
    /// <param name="retryConnectionErrors">Whether failed connections and timeouts are repeated too.</param>
    public RetryConfig(BackoffStrategy backoff, bool retryConnectionErrors = false)
        : this(BackoffStrategyName, backoff, retryConnectionErrors)
    {
    }
}
