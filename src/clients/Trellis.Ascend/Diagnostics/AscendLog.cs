using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>Every message that the ASCEND client logs beside those of the pipeline. Bodies are never among them.</summary>
internal static partial class AscendLog
{
    [LoggerMessage(101, LogLevel.Warning, "{operation}: the outcome of action {action_id} was not reported: {error}")]
    public static partial void OutcomeNotReported(ILogger logger, string operation, string action_id, string error);

    [LoggerMessage(102, LogLevel.Warning, "An action is allowed without evaluation (fail_mode=open): {error}")]
    public static partial void FailedOpen(ILogger logger, string error);
}
