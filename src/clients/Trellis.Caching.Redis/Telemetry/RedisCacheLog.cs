using Microsoft.Extensions.Logging;

namespace Trellis.Caching.Redis.Telemetry;

/// <summary>What the cache logs. No message holds a key, a value or a credential.</summary>
internal static partial class RedisCacheLog
{
    [LoggerMessage(1, LogLevel.Warning, "Redis at {Server} is down ({Failure}); the next attempt to connect is in {Delay}.")]
    public static partial void ServerIsDown(
        this ILogger logger, Exception exception, string server, RedisCacheFailure failure, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Information, "Redis at {Server} answers again.")]
    public static partial void ServerIsBack(this ILogger logger, string server);

    [LoggerMessage(3, LogLevel.Debug, "A connection to Redis at {Server} had gone stale; the command is sent again on a new one.")]
    public static partial void StaleConnection(this ILogger logger, string server);
}
