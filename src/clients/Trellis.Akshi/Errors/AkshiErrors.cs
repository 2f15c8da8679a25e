using System.Text;
using static Trellis.FailureText;

namespace Trellis.Akshi;

/// <summary>Makes the exception for a failure: the one place that decides its class and its words, and where secrets are masked.</summary>
internal static class AkshiErrors
{
    public static AkshiException Create(ApiFailure failure, FailedCall call)
    {
        var redactor = AkshiRedaction.For(call.Token);
        var body = failure.Status == 0 ? "" : redactor.RedactJson(Encoding.UTF8.GetString(failure.Body.Span));
        var (code, detail) = ErrorBody.Read(body);
        var requestId = redactor.Redact(failure.FirstHeader("x-request-id", "request-id", "x-correlation-id"));
        var details = ErrorDetails.From(failure, call, redactor, failure.Status == 0 ? null : body, requestId, code);
        return failure.Kind switch
        {
            FailureKind.Connect => new AkshiConnectionException(
                $"{Failed(call)}: no connection to {Server(call)}{Because(failure, redactor)} Check the base URL and that the runtime runs.", details, failure.Cause),
            FailureKind.Timeout => new AkshiTimeoutException(
                $"{Failed(call)}: {Clock(failure)} ran out after {Seconds(failure.TimeoutValue)} s.", failure.Timeout, failure.TimeoutValue, details, failure.Cause),
            FailureKind.Transport => new AkshiTransportException(
                $"{Failed(call)}: the exchange with {Server(call)} broke off{Because(failure, redactor)}", details, failure.Cause),
            FailureKind.Content or FailureKind.Schema => new AkshiProtocolException(
                $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)} with a body that is not what the contract says" +
                $"{Because(failure, redactor)} Check that the base URL is a runtime's, of a matching version.",
                body,
                details,
                failure.Cause),
            _ when failure.Status is >= 200 and < 300 => new AkshiProtocolException(
                $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)} with something else than a stream of events.", body, details),
            _ => FromStatus(failure, call, details, detail, body),
        };
    }

    private static AkshiApiException FromStatus(ApiFailure failure, FailedCall call, ErrorDetails details, string? detail, string body)
    {
        var said = failure.Status < 400
            ? "a redirect, which is not followed because it would carry the token along. Set the base URL to the address it points to."
            : Sentence(detail ?? details.ErrorCode ?? body);
        var code = detail is null || details.ErrorCode is null ? "" : $" {details.ErrorCode}";
        var message = $"{Failed(call)}: HTTP {Number(failure.Status)}{code}{RequestId(details)}: {said}";
        var exception = failure.Status switch
        {
            401 => new AkshiAuthenticationException(
                $"{message} Give the client the runtime's token (options.Token, or the environment variable {AkshiClientOptions.TokenVariable}).",
                detail,
                body,
                details),
            403 => new AkshiForbiddenException(message, detail, body, details),
            404 => new AkshiNotFoundException(message, detail, body, details),
            409 => new AkshiConflictException(message, detail, body, details),
            429 => new AkshiRateLimitException($"{message}{RetryAfter(details)}", detail, body, details),
            >= 500 and <= 599 => new AkshiServerException(message, detail, body, details),
            _ => new AkshiApiException(message, detail, body, details),
        };
        (exception.Method, exception.Path) = (call.Method?.Method ?? "", call.Address.AbsolutePath);
        return exception;
    }
}
