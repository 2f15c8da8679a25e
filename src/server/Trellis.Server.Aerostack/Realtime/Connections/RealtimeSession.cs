using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Aerostack.Realtime.Frames;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>Serves one socket from its first frame to its last: one loop reads and one sends, and neither waits for the other.</summary>
internal sealed class RealtimeSession(
    FrameHandler handler, RealtimeOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RealtimeSession> logger)
{
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(5);

    /// <summary>Serves a socket. When the task is done, nothing more is sent or read.</summary>
    public async Task RunAsync(HttpContext context, WebSocket socket, RealtimeConnection connection)
    {
        using var ended = new CancellationTokenSource();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(connection.Outbox.Overflowed, context.RequestAborted);
        await using var stopping = lifetime.ApplicationStopping.Register(
            static outbox => ((Outbox)outbox!).Close(WebSocketCloseStatus.EndpointUnavailable, "The server stops."), connection.Outbox);
        var sending = SendAsync(context, socket, connection, cut.Token, ended.Token);
        try
        {
            await ReceiveAsync(socket, connection, cut.Token);
        }
        catch (Exception error) when (IsBroken(error))
        {
            RealtimeLog.Broken(logger, connection.Id, error.Message);
        }
        finally
        {
            if (connection.Outbox.Overflowed.IsCancellationRequested)
            {
                RealtimeLog.TooSlow(logger, connection.Id, connection.Project.Id);
                context.Abort();
            }

            // In this order: who is already told why the connection ends is not to be cut off before it has read that.
            await ended.CancelAsync();
            connection.Outbox.Close(WebSocketCloseStatus.NormalClosure, "");
            await EndAsync(context, sending);
        }
    }

    private static bool IsBroken(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    // Who has said farewell may still have stopped reading.
    private async Task EndAsync(HttpContext context, Task sending)
    {
        try
        {
            await sending.WaitAsync(LongestClosing, time);
        }
        catch (TimeoutException)
        {
            context.Abort();
            await sending;
        }
    }

    private async Task ReceiveAsync(WebSocket socket, RealtimeConnection connection, CancellationToken cut)
    {
        using var reader = new FrameReader(socket, options.MostFrameBytes);
        while (true)
        {
            switch (await reader.ReadAsync(cut))
            {
                case FrameKind.Text:
                    await handler.HandleAsync(connection, reader.Frame, cut);
                    break;
                case FrameKind.Close:
                    return;
                case FrameKind.Binary:
                    connection.Outbox.Close(WebSocketCloseStatus.InvalidMessageType, "Frames are text.");
                    await reader.DrainAsync(cut);
                    return;
                default:
                    connection.Outbox.Close(WebSocketCloseStatus.MessageTooBig, $"A frame has at most {options.MostFrameBytes} bytes.");
                    await reader.DrainAsync(cut);
                    return;
            }
        }
    }

    private async Task SendAsync(HttpContext context, WebSocket socket, RealtimeConnection connection, CancellationToken cut, CancellationToken ended)
    {
        // What has waited since before the first wait is sent by another thread: the caller goes on to read.
        await Task.Yield();
        try
        {
            await connection.Outbox.SendAsync(socket, cut);
            await Task.Delay(LongestClosing, time, ended);
        }
        catch (Exception error) when (IsBroken(error))
        {
            if (ended.IsCancellationRequested)
                return;
        }

        // The reader takes nothing more, or does not answer to the farewell.
        context.Abort();
    }
}
