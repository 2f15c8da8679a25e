using System.Net.WebSockets;
using System.Threading.Channels;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>
/// What waits to be sent to one reader. Adding never waits: a reader that is too far behind is given up instead, and holds up nobody. The frames
/// are shared between the outboxes of all who get them. Safe for concurrent use; one caller sends.
/// </summary>
internal sealed class Outbox(int mostBytes) : IDisposable
{
    private readonly Channel<ReadOnlyMemory<byte>> _frames =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _overflow = new();
    private readonly Lock _lock = new();
    private long _waiting;
    private (WebSocketCloseStatus Status, string Reason)? _farewell;

    /// <summary>Cancelled when the reader is too far behind.</summary>
    public CancellationToken Overflowed => _overflow.Token;

    /// <summary>Adds a frame, unless the reader has been given up or told farewell.</summary>
    public void Add(byte[] frame)
    {
        if (Interlocked.Add(ref _waiting, frame.Length) <= mostBytes)
            _frames.Writer.TryWrite(frame);
        else if (_frames.Writer.TryComplete())
            // On another thread: whoever adds holds a lock that the end of a connection needs.
            _ = _overflow.CancelAsync();
    }

    /// <summary>Has the connection closed once everything that waits is sent. The first reason counts.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        lock (_lock)
            _farewell ??= (status, reason);
        _frames.Writer.TryComplete();
    }

    /// <summary>Sends what there is, as it comes, and then the farewell.</summary>
    public async Task SendAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancellationToken))
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellationToken);
            Interlocked.Add(ref _waiting, -frame.Length);
        }

        var (status, reason) = _farewell ?? (WebSocketCloseStatus.NormalClosure, "");
        await socket.CloseOutputAsync(status, reason, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _overflow.Dispose();
}
