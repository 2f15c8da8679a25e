using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>What telemetry and health log; their event ids are 20 to 39.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(20, LogLevel.Warning, "What waits in the store cannot be counted for the metrics")]
    public static partial void CountsUnavailable(ILogger logger, Exception error);

    [LoggerMessage(21, LogLevel.Warning, "The server is not ready: {Part} failed")]
    public static partial void NotReady(ILogger logger, Exception error, string part);
}
