using Microsoft.Extensions.Logging;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>What the queue logs; its event ids are 4000 to 4019. Hosts are named; paths, bodies and secrets never are.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(4000, LogLevel.Information, "Job {Job} was not done by the consumer at {Host}: {Error}")]
    public static partial void CallFailed(ILogger logger, string job, string host, string error);

    [LoggerMessage(4001, LogLevel.Error, "The store failed while consumers were called; they are called again")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(4002, LogLevel.Error, "The secret of consumer {Consumer} cannot be opened here, and its jobs wait")]
    public static partial void SecretUnavailable(ILogger logger, Exception exception, string consumer);

    [LoggerMessage(4003, LogLevel.Error, "Job {Job} failed unexpectedly and waits")]
    public static partial void Defect(ILogger logger, Exception exception, string job);
}
