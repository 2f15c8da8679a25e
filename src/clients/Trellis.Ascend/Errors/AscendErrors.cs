using System.Text;
using static Trellis.FailureText;

namespace Trellis.Ascend;

/// <summary>Makes the exception for a failure: the one place that decides its class and its words, and where secrets are masked.</summary>
internal static class AscendErrors
{
    // What the original assumes when a 429 does not say how long to wait (contract section 4.3).
    public static readonly TimeSpan UnsaidRetryAfter = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> NoErrors = [];

    public static AscendException Create(ApiFailure failure, FailedCall call) => failure.Kind switch
    {
        FailureKind.Connect => new AscendConnectionException(
            $"{Failed(call)}: no connection to {Server(call)}{Because(failure, AscendRedaction.Redactor)} Check the base URL and that the server runs.",
            details: Details(failure, call, AscendErrorCodes.Connection),
            innerException: failure.Cause),
        FailureKind.Transport => new AscendConnectionException(
            $"{Failed(call)}: the exchange with {Server(call)} broke off{Because(failure, AscendRedaction.Redactor)}",
            details: Details(failure, call, AscendErrorCodes.Connection),
            innerException: failure.Cause),
        FailureKind.Timeout => new AscendTimeoutException(
            $"{Failed(call)}: {Clock(failure)} ran out after {Seconds(failure.TimeoutValue)} s.",
            failure.TimeoutValue,
            Details(failure, call, AscendErrorCodes.Timeout),
            failure.Cause) { Kind = failure.Timeout },
        FailureKind.CircuitOpen => new AscendCircuitOpenException(
            $"{Failed(call)}: too many attempts have failed lately, so no more are made for {Seconds(failure.RecoveryTime)} s.",
            failure.RecoveryTime,
            Details(failure, call, AscendErrorCodes.CircuitOpen),
            failure.Cause),
        FailureKind.Status when failure.Status >= 400 => FromStatus(failure, call),
        _ => Unreadable(failure, call),
    };

    private static AscendResponseException Unreadable(ApiFailure failure, FailedCall call)
    {
        var body = Masked(failure);
        var message = failure.Kind == FailureKind.Status
            ? $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)}, a redirect, which is not followed because it would carry " +
                "the key along. Set the base URL to the address it points to."
            : $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)} with a body that is not what the contract says" +
                $"{Because(failure, AscendRedaction.Redactor)} Check the base URL, and that client and server are of matching versions.";
        return new(message, ErrorBody.Parse(body), Details(failure, call, AscendErrorCodes.Response, body), failure.Cause);
    }

    private static AscendException FromStatus(ApiFailure failure, FailedCall call)
    {
        var text = Masked(failure);
        var body = ErrorBody.Parse(text);
        var details = Details(failure, call, CodeOf(failure.Status), text);
        var fieldErrors = failure.Status is 400 or 422 ? ErrorBody.FieldErrors(body) : null;
        var message = $"{Failed(call)}: HTTP {Number(failure.Status)}{RequestId(details)}: {Sentence(ErrorBody.Describe(body, fieldErrors ?? NoErrors))}";
        var resource = call.Address.AbsolutePath;
        return failure.Status switch
        {
            400 or 422 => new AscendValidationException(message, fieldErrors, body, details),
            401 => new AscendAuthenticationException(message, body, details),
            403 => new AscendAuthorizationException(
                message, ErrorBody.Texts(body, "policy_violations"), ErrorBody.Score(body, "risk_score"), body, details),
            404 => new AscendNotFoundException(message, resource, body, details),
            409 => new AscendConflictException(message, resource, body, details),
            429 => new AscendRateLimitException($"{message}{RetryAfter(details)}", body, details),
            >= 500 => new AscendServerException(message, body, details),
            _ => new AscendException(message, body, details),
        };
    }

    private static string? CodeOf(int status) => status switch
    {
        400 or 422 => AscendErrorCodes.Validation,
        401 => AscendErrorCodes.Authentication,
        403 => AscendErrorCodes.Authorization,
        404 => AscendErrorCodes.NotFound,
        409 => AscendErrorCodes.Conflict,
        429 => AscendErrorCodes.RateLimit,
        >= 500 => AscendErrorCodes.Server,
        _ => null,
    };

    private static string Masked(ApiFailure failure) => AscendRedaction.Redactor.RedactJson(Encoding.UTF8.GetString(failure.Body.Span));

    private static ErrorDetails Details(ApiFailure failure, FailedCall call, string? code, string? body = null) => ErrorDetails.From(
        failure,
        call,
        AscendRedaction.Redactor,
        body,
        failure.FirstHeader("x-request-id", "x-correlation-id", "request-id"),
        code,
        failure.Status == 429 ? UnsaidRetryAfter : null);
}
