using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Every message the clients log. Bodies are never among them.</summary>
internal static partial class Log
{
    public static void Exchanged(ILogger logger, string platform, CallState call, int status, TimeSpan elapsed, string? requestId)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            var milliseconds = Math.Round(elapsed.TotalMilliseconds, 2);
            Exchanged(logger, platform, call.Method.Method, call.Path, status, milliseconds, call.Attempt, requestId);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{platform}.http {method} {path} {status} {latency_ms} {attempt} {request_id}")]
    private static partial void Exchanged(
        ILogger logger, string platform, string method, string path, int status, double latency_ms, int attempt, string? request_id);

    public static void Attempting(ILogger logger, string platform, CallState call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Attempting(logger, platform, call.Method.Method, call.Path, call.CorrelationId, call.Attempt);
        }
    }

    [LoggerMessage(6, LogLevel.Debug, "{platform}.attempt {method} {path} {sent_as} {attempt}")]
    private static partial void Attempting(ILogger logger, string platform, string method, string path, string sent_as, int attempt);

    [LoggerMessage(2, LogLevel.Warning, "The hook {Hook} threw; the call goes on.")]
    public static partial void HookFailed(ILogger logger, string hook, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "The cache could not be read; the call goes to the server.")]
    public static partial void CacheUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The cache could not be written; the answer is returned all the same.")]
    public static partial void CacheUnwritable(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The cache could not be told of a change; entries may stay stale until they expire.")]
    public static partial void CacheNotInvalidated(ILogger logger, Exception exception);
}
