using System.Collections.Frozen;

namespace Trellis;

/// <summary>What is known about a failed call. Handed to the constructor of an exception; immutable.</summary>
public sealed class ErrorDetails
{
    /// <summary>The longest <see cref="ResponseBody"/> that is kept, in characters.</summary>
    public const int MaxBodyLength = 4096;

    /// <summary>Nothing is known: no request was made.</summary>
    public static ErrorDetails None { get; } = new();

    /// <inheritdoc cref="TrellisException.Status"/>
    public int Status { get; init; }

    /// <inheritdoc cref="TrellisException.ErrorCode"/>
    public string? ErrorCode { get; init; }

    /// <inheritdoc cref="TrellisException.RequestId"/>
    public string? RequestId { get; init; }

    /// <inheritdoc cref="TrellisException.CorrelationId"/>
    public string? CorrelationId { get; init; }

    /// <inheritdoc cref="TrellisException.RetryAfter"/>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc cref="TrellisException.Attempts"/>
    public int Attempts { get; init; }

    /// <inheritdoc cref="TrellisException.ResponseHeaders"/>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <inheritdoc cref="TrellisException.ResponseBody"/>
    public string? ResponseBody { get; init; }

    /// <summary>What a failure says, masked, for the exception it becomes.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="call">Its circumstances.</param>
    /// <param name="redactor">The platform's masking.</param>
    /// <param name="maskedBody">The response's body, masked already.</param>
    /// <param name="requestId">The request's identifier, which platforms send under different names.</param>
    /// <param name="errorCode">The platform's own code.</param>
    /// <param name="unsaidRetryAfter">The wait that the platform takes for granted when the response does not ask for one.</param>
    internal static ErrorDetails From(
        ApiFailure failure,
        FailedCall call,
        Redactor redactor,
        string? maskedBody,
        string? requestId,
        string? errorCode = null,
        TimeSpan? unsaidRetryAfter = null) => new()
    {
        Status = failure.Status,
        ErrorCode = errorCode,
        RequestId = requestId,
        CorrelationId = call.CorrelationId is { Length: > 0 } id ? id : null,
        RetryAfter = failure.RetryAfter ?? unsaidRetryAfter,
        Attempts = call.Attempts,
        ResponseHeaders = failure.Headers.ToFrozenDictionary(
            static header => header.Key, header => redactor.RedactHeader(header.Key, header.Value), StringComparer.OrdinalIgnoreCase),
        ResponseBody = maskedBody is null || maskedBody.Length <= MaxBodyLength ? maskedBody : $"{maskedBody[..MaxBodyLength]}…",
    };
}
