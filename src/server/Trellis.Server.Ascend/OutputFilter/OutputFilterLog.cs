using Microsoft.Extensions.Logging;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What the log says about the output filter.</summary>
internal static partial class OutputFilterLog
{
    [LoggerMessage(EventId = 4300, Level = LogLevel.Error, Message = "An agent's output could not be scanned and was blocked.")]
    public static partial void ScanFailed(ILogger logger, Exception error);
}
