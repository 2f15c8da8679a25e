namespace Trellis;

/// <summary>
/// The base of everything a Trellis client throws about a call. What is common to all platforms is here, so that one handler can log
/// any of them; each platform derives its own tree. Secrets are already masked in every property and in the message.
/// </summary>
/// <remarks>
/// Two things are not of this type: <see cref="OperationCanceledException"/>, when the caller's own token was cancelled, and
/// <see cref="ArgumentException"/>, when an argument can never be right.
/// </remarks>
public abstract class TrellisException : Exception
{
    private readonly ErrorDetails _details;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, what was tried and what to do next.</param>
    /// <param name="details">What is known about the call; <see cref="ErrorDetails.None"/> when nothing was sent.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    protected TrellisException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, innerException) => _details = details ?? ErrorDetails.None;

    /// <summary>The HTTP status of the response; 0 when no response arrived.</summary>
    public int Status => _details.Status;

    /// <summary>The platform's own code for the error, where it sends one.</summary>
    public string? ErrorCode => _details.ErrorCode;

    /// <summary>The identifier the server gave the request, to be quoted to its operators.</summary>
    public string? RequestId => _details.RequestId;

    /// <summary>The identifier under which the client sent the call (<c>X-Correlation-ID</c>).</summary>
    public string? CorrelationId => _details.CorrelationId;

    /// <summary>How long the server asked to wait before another try, uncapped; <see langword="null"/> when it did not ask.</summary>
    public TimeSpan? RetryAfter => _details.RetryAfter;

    /// <summary>How many requests were made for this call, the last one included; 0 when none was.</summary>
    public int Attempts => _details.Attempts;

    /// <summary>The response's headers; those not known to be harmless are masked. Empty when no response arrived.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders => _details.ResponseHeaders;

    /// <summary>
    /// The response's body as text, masked, cut after <see cref="ErrorDetails.MaxBodyLength"/> characters; <see langword="null"/> when
    /// no response arrived.
    /// </summary>
    public string? ResponseBody => _details.ResponseBody;
}
