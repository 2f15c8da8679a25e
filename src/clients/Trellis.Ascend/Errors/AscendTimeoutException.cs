namespace Trellis.Ascend;

/// <summary>One of the client's clocks ran out while a request was under way, or nobody decided in time. Never retried.</summary>
public sealed class AscendTimeoutException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="limit">The clock's configured value.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public AscendTimeoutException(string message, TimeSpan limit, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Timeout, message, null, details, innerException) => Limit = limit;

    /// <summary>The configured value of the clock.</summary>
    public TimeSpan Limit { get; }

    /// <summary><see cref="Limit"/> in seconds. Python's <c>timeout_seconds</c>.</summary>
    public double TimeoutSeconds => Limit.TotalSeconds;

    /// <summary>Which clock of the transport ran out; <see langword="null"/> when it was the wait for a decision.</summary>
    public TimeoutKind? Kind { get; init; }

    /// <summary>The decision that was still pending, with its approval request; <see langword="null"/> when a request timed out.</summary>
    public AuthorizationDecision? PendingDecision { get; init; }
}
