using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>The handshake (contract, section 7.1). Who may not connect is told so before the connection becomes a socket.</summary>
internal sealed class ConnectEndpoint(RealtimeGate gate, RealtimeHub hub, RealtimeSession session, RealtimeOptions options)
{
    /// <summary>Makes a socket of a request and serves it until it ends.</summary>
    public async ValueTask<JsonAnswer> ConnectAsync(AerostackCall call)
    {
        if (!call.Http.WebSockets.IsWebSocketRequest)
            return NoSocket(call);

        var offered = Subprotocols.Of(call.Http);
        var (identity, refusal) = await gate.AdmitAsync(call, offered);
        if (identity is null)
            return refusal!;

        using var outbox = new Outbox(options.MostWaitingBytes);
        var connection = new RealtimeConnection(identity, outbox, Guid.CreateVersion7(call.At));
        var topics = hub.Of(identity.Project.Id);
        if (!topics.TryEnter(connection, options.MostConnections))
            return AerostackErrors.TooManyRequests(1, "connections");

        try
        {
            using var socket = await call.Http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = offered.Selected,
                KeepAliveInterval = options.PingInterval,
                KeepAliveTimeout = options.PingInterval,
            });
            await session.RunAsync(call.Http, socket, connection);
        }
        finally
        {
            topics.Leave(connection);
        }

        return Answer.Sent;
    }

    private static AerostackError NoSocket(AerostackCall call)
    {
        call.Http.Response.Headers.Upgrade = "websocket";
        return new AerostackError(StatusCodes.Status426UpgradeRequired, ErrorCodes.Validation, "Open this address as a WebSocket.");
    }
}
