using System.Net.WebSockets;

namespace Trellis.Aerostack;

/// <summary>One WebSocket connection, from opening to end. One reader and one writer at a time.</summary>
internal sealed class RealtimeSocket : IDisposable
{
    private const int PieceSize = 8 * 1024;

    private readonly ClientWebSocket _socket;
    private readonly int _maxFrameBytes;

    private RealtimeSocket(ClientWebSocket socket, int maxFrameBytes) => (_socket, _maxFrameBytes) = (socket, maxFrameBytes);

    /// <summary>Opens a connection.</summary>
    /// <exception cref="RealtimeRefusal">The server refused it, and would again.</exception>
    public static async Task<RealtimeSocket> OpenAsync(
        Uri address, IEnumerable<string> subprotocols, HttpMessageInvoker invoker, RealtimeOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            foreach (var subprotocol in subprotocols)
            {
                AddSubprotocol(socket, subprotocol);
            }

            // The application's own heartbeat is what the server expects; one below it would only add to it.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            socket.Options.CollectHttpResponseDetails = true;
            using var limit = new CancellationTokenSource(options.ConnectTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await socket.ConnectAsync(address, invoker, either.Token).ConfigureAwait(false);
            socket.HttpResponseHeaders = null;
            return new RealtimeSocket(socket, options.MaxFrameBytes);
        }
        catch (WebSocketException exception) when ((int)socket.HttpStatusCode is >= 400 and < 500 and not (408 or 425 or 429))
        {
            var status = (int)socket.HttpStatusCode;
            socket.Dispose();
            throw new RealtimeRefusal(status, exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a text frame.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken) =>
        _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>Reads a whole frame into <paramref name="frame"/>; false when the connection has ended.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The frame is too long.</exception>
    public async ValueTask<bool> ReceiveAsync(PooledBuffer frame)
    {
        while (true)
        {
            // Without a token: cancelling a read would break the connection off, and there is a closing to be waited for.
            var result = await _socket.ReceiveAsync(frame.GetMemory(PieceSize), CancellationToken.None).ConfigureAwait(false);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            frame.Advance(result.Count);
            if (frame.Length > _maxFrameBytes)
            {
                throw new InvalidDataException($"A frame is longer than {_maxFrameBytes} bytes.");
            }

            if (result.EndOfMessage)
            {
                return true;
            }
        }
    }

    /// <summary>Tells the server that nothing more will come, unless the connection has ended already.</summary>
    public async Task CloseOutputAsync(CancellationToken cancellationToken)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the connection at once, which ends its reading and its writing.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private static void AddSubprotocol(ClientWebSocket socket, string subprotocol)
    {
        try
        {
            socket.Options.AddSubProtocol(subprotocol);
        }
        catch (ArgumentException)
        {
            // The framework's own message would show the credential.
            throw new AerostackCredentialException(
                "The key or the token has characters that the opening of a WebSocket cannot carry: only letters, digits and !#$%&'*+-.^_`|~ can be.");
        }
    }
}
