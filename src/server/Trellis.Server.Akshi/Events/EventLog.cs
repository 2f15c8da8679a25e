using Microsoft.Extensions.Logging;

namespace Trellis.Server.Akshi.Events;

/// <summary>What the event streams log; its event ids are 6100 to 6109.</summary>
internal static partial class EventLog
{
    [LoggerMessage(6100, LogLevel.Warning, "The approvals that wait cannot be counted at the moment")]
    public static partial void CountFailed(ILogger logger, Exception error);
}
