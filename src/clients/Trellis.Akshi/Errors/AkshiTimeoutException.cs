namespace Trellis.Akshi;

/// <summary>One of the client's clocks ran out.</summary>
public sealed class AkshiTimeoutException : AkshiTransportException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="kind">The clock.</param>
    /// <param name="limit">The clock's configured value.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public AkshiTimeoutException(
        string message, TimeoutKind kind, TimeSpan limit, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
        Kind = kind;
        Limit = limit;
    }

    /// <summary>Which clock ran out.</summary>
    public TimeoutKind Kind { get; }

    /// <summary>The configured value of that clock.</summary>
    public TimeSpan Limit { get; }
}
