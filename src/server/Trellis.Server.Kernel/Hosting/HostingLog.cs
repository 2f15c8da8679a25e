using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>What the hosting of requests logs; its event ids are 1 to 19. Never a header, a query or a body: they may hold secrets.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} answered {Status} in {Milliseconds} ms; request {RequestId}")]
    public static partial void RequestAnswered(ILogger logger, string method, string path, int status, double milliseconds, string requestId);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed; request {RequestId}")]
    public static partial void RequestFailed(ILogger logger, Exception error, string method, string path, string requestId);
}
