using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>What jobs log; their event ids are 320 to 339.</summary>
internal static partial class JobLog
{
    [LoggerMessage(320, LogLevel.Error, "The store failed while jobs were looked after; it is tried again")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
