using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Trellis.Aerostack;

/// <summary>
/// Writes each attempt to the debug logger: a record of the request, one of the response, and one of the exception if there is one.
/// Keys, passwords and tokens are masked. Contract section 5.8.
/// </summary>
internal sealed class DebugTrace(ILogger logger)
{
    private const string Streamed = "<streamed>";

    public void Sending(HttpRequestMessage request, CallState call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var body = request.Content is null || request.Content is PooledContent ? Text(call.Body.Memory) : Streamed;
            AerostackLog.Request(logger, request.Method.Method, Address(request.RequestUri), Headers(request.Headers, request.Content?.Headers), body);
        }
    }

    public void Received(HttpResponseMessage response, CallState call, ReadOnlyMemory<byte>? body)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var text = body is { } bytes ? Text(bytes) : Streamed;
            AerostackLog.Response(
                logger, (int)response.StatusCode, call.Address.ToString(), Headers(response.Headers, response.Content.Headers), text);
        }
    }

    public void Failed(CallState call, Exception exception)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            AerostackLog.Failed(logger, call.Address.ToString(), AerostackRedaction.Redactor.Redact(exception.Message));
        }
    }

    private static string Address(Uri? uri) => AerostackRedaction.Redactor.Redact(uri?.ToString()) ?? "";

    private static string Text(ReadOnlyMemory<byte> body) => AerostackRedaction.Redactor.RedactJson(Encoding.UTF8.GetString(body.Span));

    private static string Headers(HttpHeaders headers, HttpHeaders? content) => string.Join("; ", (IEnumerable<string>)
    [
        .. headers.NonValidated.Select(Line),
        .. content is null ? [] : content.NonValidated.Select(Line),
    ]);

    private static string Line(KeyValuePair<string, HeaderStringValues> header) =>
        $"{header.Key}: {AerostackRedaction.Redactor.RedactHeader(header.Key, header.Value.ToString())}";
}
