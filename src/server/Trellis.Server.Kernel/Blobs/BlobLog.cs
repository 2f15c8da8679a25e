using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>What blobs log; their event ids are 300 to 319.</summary>
internal static partial class BlobLog
{
    [LoggerMessage(300, LogLevel.Debug, "Removed {Count} blobs that nothing referred to")]
    public static partial void Removed(ILogger logger, int count);

    [LoggerMessage(301, LogLevel.Warning, "Blob {Id} could not be removed; it is tried again")]
    public static partial void RemovalFailed(ILogger logger, Exception exception, string id);

    [LoggerMessage(302, LogLevel.Error, "The store failed while blobs were looked after; it is tried again")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
