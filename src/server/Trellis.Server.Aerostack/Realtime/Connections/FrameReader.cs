using System.Buffers;
using System.Net.WebSockets;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>Reads whole frames of a client, up to a length. Holds no buffer while it waits for the first byte of one. Used by one caller.</summary>
internal sealed class FrameReader(WebSocket socket, int mostBytes) : IDisposable
{
    private const int FirstBuffer = 4096;

    private byte[]? _buffer;
    private int _length;

    /// <summary>The frame that was read; valid until the next is.</summary>
    public ReadOnlyMemory<byte> Frame => _buffer.AsMemory(0, _length);

    /// <summary>Waits for a frame.</summary>
    public async ValueTask<FrameKind> ReadAsync(CancellationToken cancellationToken)
    {
        Release();
        var part = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        while (part.MessageType is not WebSocketMessageType.Close && !part.EndOfMessage)
        {
            if (part.MessageType is WebSocketMessageType.Binary)
                return FrameKind.Binary;
            if (_length > mostBytes)
                return FrameKind.TooLong;

            Grow();
            part = await socket.ReceiveAsync(_buffer.AsMemory(_length), cancellationToken);
            _length += part.Count;
        }

        return part.MessageType switch
        {
            WebSocketMessageType.Close => FrameKind.Close,
            WebSocketMessageType.Binary => FrameKind.Binary,
            _ => _length > mostBytes ? FrameKind.TooLong : FrameKind.Text,
        };
    }

    /// <summary>Reads and drops what comes, until the client has said farewell.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        _length = 0;
        _buffer ??= ArrayPool<byte>.Shared.Rent(FirstBuffer);
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent
            && (await socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken)).MessageType is not WebSocketMessageType.Close)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    private void Grow()
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
            return;
        }

        if (_length < _buffer.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }

    // A frame may hold a token.
    private void Release()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        (_buffer, _length) = (null, 0);
    }
}
