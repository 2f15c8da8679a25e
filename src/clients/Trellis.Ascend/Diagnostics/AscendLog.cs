using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>
/// Every message that the ASCEND client logs beside those of the pipeline. Bodies are never among them, not even what a server says in
/// one about an error.
/// </summary>
internal static partial class AscendLog
{
    /// <summary>What a failure is, without what anybody said about it.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        AscendException { Status: > 0 } answered => $"{answered.ErrorCode ?? answered.GetType().Name}, HTTP {FailureText.Number(answered.Status)}",
        AscendException { ErrorCode: { } code } => code,
        _ => exception.GetType().Name,
    };

    [LoggerMessage(101, LogLevel.Warning, "{operation}: the outcome of action {action_id} was not reported: {error}")]
    public static partial void OutcomeNotReported(ILogger logger, string operation, string action_id, string error);

    [LoggerMessage(102, LogLevel.Warning, "An action is allowed without evaluation (fail_mode=open): {error}")]
    public static partial void FailedOpen(ILogger logger, string error);

    [LoggerMessage(103, LogLevel.Warning, "The kill switch could not be read, {misses} times in a row now: {error}")]
    public static partial void KillSwitchNotRead(ILogger logger, int misses, string error);

    [LoggerMessage(104, LogLevel.Warning, "A heartbeat did not arrive: {error}")]
    public static partial void HeartbeatFailed(ILogger logger, string error);

    [LoggerMessage(105, LogLevel.Information, "Tool {tool}: action {action_id} is {decision}")]
    public static partial void ToolDecided(ILogger logger, string tool, string action_id, string decision);

    [LoggerMessage(106, LogLevel.Warning, "Tool {tool}: a callback failed: {error}")]
    public static partial void CallbackFailed(ILogger logger, string tool, string error);
}
