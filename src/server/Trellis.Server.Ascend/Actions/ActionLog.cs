using Microsoft.Extensions.Logging;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What actions log; its event ids are 3000 to 3019.</summary>
internal static partial class ActionLog
{
    [LoggerMessage(3000, LogLevel.Error, "Action {ActionId} could not be judged and is denied; request {CorrelationId}")]
    public static partial void JudgingFailed(ILogger logger, Exception exception, long actionId, string correlationId);
}
