using Microsoft.Extensions.Logging;

namespace Trellis.Server.Aerostack.Realtime;

/// <summary>What realtime logs; its event ids are 4020 to 4039. Topics, data and credentials are never named.</summary>
internal static partial class RealtimeLog
{
    [LoggerMessage(4020, LogLevel.Information, "Connection {Connection} of {Project} does not read what is sent to it and is cut")]
    public static partial void TooSlow(ILogger logger, string connection, string project);

    [LoggerMessage(4021, LogLevel.Debug, "Connection {Connection} broke: {Reason}")]
    public static partial void Broken(ILogger logger, string connection, string reason);

    [LoggerMessage(4022, LogLevel.Error, "The store failed while a message was kept; its sender was told")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
