using Microsoft.Extensions.Logging;

namespace Trellis.Aerostack;

/// <summary>The messages of the debug log and of realtime.</summary>
internal static partial class AerostackLog
{
    [LoggerMessage(20, LogLevel.Debug, "Request {Method} {Url}, headers: {Headers}, body: {Body}")]
    public static partial void Request(ILogger logger, string method, string url, string headers, string body);

    [LoggerMessage(21, LogLevel.Debug, "Response {Status} {Url}, headers: {Headers}, body: {Body}")]
    public static partial void Response(ILogger logger, int status, string url, string headers, string body);

    [LoggerMessage(23, LogLevel.Warning, "A realtime handler for {Event} threw; the connection goes on.")]
    public static partial void HandlerFailed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(22, LogLevel.Debug, "Request Exception {Url}: {Message}")]
    public static partial void Failed(ILogger logger, string url, string message);
}
