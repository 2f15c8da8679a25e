using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>What approvals log; their event ids are 260 to 279.</summary>
internal static partial class ApprovalLog
{
    [LoggerMessage(260, LogLevel.Warning, "Approvals that are due could not be read or written; they are tried again within a minute")]
    public static partial void ClockFailed(ILogger logger, Exception exception);

    [LoggerMessage(261, LogLevel.Error, "The platform of approval {ApprovalId} failed when its time came; it is tried again within a minute")]
    public static partial void PlatformFailed(ILogger logger, string approvalId, Exception exception);
}
