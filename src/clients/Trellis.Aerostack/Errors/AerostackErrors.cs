using System.Text;
using System.Text.Json;
using static Trellis.FailureText;

namespace Trellis.Aerostack;

/// <summary>
/// Makes the exception for a failure: the one place that decides its class and its words, and where secrets are masked. Contract sections
/// 3.3 to 3.5.
/// </summary>
internal static class AerostackErrors
{
    private const int LongestBody = 10_000;

    private static readonly Redactor Redactor = AerostackRedaction.Redactor;

    public static Exception Create(ApiFailure failure, FailedCall call, bool acceptUnknownCodes) => failure.Kind switch
    {
        FailureKind.Intercepted => failure.Cause!,
        FailureKind.Connect => new AerostackConnectionException(
            $"{Failed(call)}: no connection to {Server(call)}{Because(failure, Redactor)} Check the server's address and that it runs.",
            Details(failure, call, null),
            failure.Cause),
        FailureKind.Timeout => new AerostackTimeoutException(
            $"{Failed(call)}: {Clock(failure)} ran out after {Seconds(failure.TimeoutValue)} s.",
            failure.Timeout,
            failure.TimeoutValue,
            Details(failure, call, null),
            failure.Cause),
        FailureKind.Transport => new AerostackTransportException(
            $"{Failed(call)}: the exchange with {Server(call)} broke off{Because(failure, Redactor)}", Details(failure, call, null), failure.Cause),
        _ => FromResponse(failure, call, acceptUnknownCodes),
    };

    /// <summary>The exception for an error of the gateway: what it says, in one of the places where it may say it.</summary>
    public static AerostackGatewayException FromGateway(ApiFailure failure, FailedCall call)
    {
        var body = Redactor.RedactJson(Encoding.UTF8.GetString(failure.Body.Span));
        var response = new AerostackRawResponse(call.Address, failure.Status, failure.Headers, failure.Body, body);
        var said = ErrorBody.ReadText(body, "error", "message");
        return new(
            said ?? $"The gateway answered HTTP {Number(failure.Status)}.", response, Details(failure, call, body, ErrorBody.ReadText(body, "code")));
    }

    private static AerostackResponseException FromResponse(ApiFailure failure, FailedCall call, bool acceptUnknownCodes)
    {
        var body = Redactor.RedactJson(Encoding.UTF8.GetString(failure.Body.Span));
        var response = new AerostackRawResponse(call.Address, failure.Status, failure.Headers, failure.Body, body);
        if (failure.Kind is FailureKind.Content or FailureKind.Schema)
        {
            return Invalid(failure.Cause!, response, Details(failure, call, body));
        }

        var contentType = failure.FirstHeader("Content-Type");
        if (failure.Kind == FailureKind.Dropped || !call.DeclaredErrors.Contains(failure.Status) || !MediaType.IsJson(contentType))
        {
            return new AerostackApiException(Describe(Prefix(failure), failure.Status, contentType, body), response, Details(failure, call, body));
        }

        try
        {
            var error = ErrorBody.Read(body, acceptUnknownCodes);
            var message = error.Message.Length > 0 ? error.Message : body;
            return new AerostackErrorResponseException(message, error, response, Details(failure, call, body, error.Code.ToString()));
        }
        catch (JsonException exception)
        {
            return Invalid(exception, response, Details(failure, call, body));
        }
    }

    private static AerostackResponseValidationException Invalid(Exception cause, AerostackRawResponse response, ErrorDetails details) =>
        new($"Response validation failed: {Redactor.Redact(cause.Message)}", response, details, cause);

    private static string Prefix(ApiFailure failure) => failure switch
    {
        { Kind: FailureKind.Dropped } => "Unexpected error occurred",
        { Status: >= 400 } => "API error occurred",
        _ => "Unexpected response received",
    };

    private static string Describe(string prefix, int status, string? contentType, string body)
    {
        var type = contentType is null or "" ? "\"\"" : contentType.Contains(' ', StringComparison.Ordinal) ? $"\"{contentType}\"" : contentType;
        var text = body.Length switch
        {
            0 => "\"\"",
            > LongestBody => $"{body.AsSpan(0, LongestBody)}...and {Number(body.Length - LongestBody)} more chars",
            _ => body,
        };
        return $"{prefix}: Status {Number(status)}{(type == "application/json" ? "" : $" Content-Type {type}")}. Body: {text}";
    }

    private static ErrorDetails Details(ApiFailure failure, FailedCall call, string? body, string? code = null) =>
        ErrorDetails.From(failure, call, Redactor, body, failure.FirstHeader("x-request-id", "request-id", "x-correlation-id"), code);
}
