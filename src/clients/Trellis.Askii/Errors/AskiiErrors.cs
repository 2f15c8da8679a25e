using System.Text;
using System.Text.Json;
using static Trellis.FailureText;

namespace Trellis.Askii;

/// <summary>Makes the exception for a failure: the one place that decides its class and its words, and where secrets are masked.</summary>
internal static class AskiiErrors
{
    public static AskiiException Create(ApiFailure failure, FailedCall call)
    {
        var redactor = AskiiProtocol.Instance.Redactor;
        var body = failure.Status == 0 ? null : redactor.RedactJson(Encoding.UTF8.GetString(failure.Body.Span));
        var details = ErrorDetails.From(
            failure, call, redactor, body, failure.FirstHeader("x-request-id", "x-correlation-id", "request-id"));
        return failure.Kind switch
        {
            FailureKind.Connect => new AskiiConnectionException(
                $"{Failed(call)}: no connection to {Server(call)}{Because(failure, redactor)} Check the base URL and that the server runs.", details, failure.Cause),
            FailureKind.Timeout => new AskiiTimeoutException(
                $"{Failed(call)}: {Clock(failure)} ran out after {Seconds(failure.TimeoutValue)} s.", failure.Timeout, failure.TimeoutValue, details, failure.Cause),
            FailureKind.Transport => new AskiiTransportException(
                $"{Failed(call)}: the exchange with {Server(call)} broke off{Because(failure, redactor)}", details, failure.Cause),
            FailureKind.Content => new AskiiTransportException(
                $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)} with a body that cannot be read{Because(failure, redactor)}", details, failure.Cause),
            FailureKind.Schema => new AskiiResponseException(
                $"{Failed(call)}: the answer is not what the contract says{Because(failure, redactor)} Check that client and server are of matching versions.", details, failure.Cause),
            _ => FromStatus(failure, call, details, body!),
        };
    }

    private static AskiiException FromStatus(ApiFailure failure, FailedCall call, ErrorDetails details, string body)
    {
        if (failure.Status < 400)
        {
            return new AskiiTransportException(
                $"{Failed(call)}: {Server(call)} answered HTTP {Number(failure.Status)}, a redirect, which is not followed because it would carry " +
                "the token along. Set the base URL to the address it points to.",
                details);
        }

        var detail = ErrorBody.ReadDetail(body);
        var fieldErrors = failure.Status == 422 ? ErrorBody.ReadFieldErrors(detail) : [];
        var message = $"{Failed(call)}: HTTP {Number(failure.Status)}{RequestId(details)}: {Describe(detail, fieldErrors)}";
        return failure.Status switch
        {
            401 or 403 => new AskiiAuthException(message, detail, details),
            404 => new AskiiNotFoundException(message, detail, details),
            422 => new AskiiValidationException(message, fieldErrors, detail, details),
            429 => new AskiiRateLimitException($"{message}{RetryAfter(details)}", detail, details),
            >= 500 and <= 599 => new AskiiServerException(message, detail, details),
            _ => new AskiiApiException(message, detail, details),
        };
    }

    private static string Describe(JsonElement detail, IReadOnlyList<AskiiFieldError> fieldErrors) => Sentence(
        fieldErrors.Count > 0
            ? string.Join("; ", fieldErrors.Select(static error => $"{error.Path}: {error.Message}"))
            : detail.ValueKind == JsonValueKind.String ? detail.GetString()! : detail.GetRawText());
}
