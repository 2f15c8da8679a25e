using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Trellis.Aerostack.Tests.Realtime;

/// <summary>A real WebSocket server that answers pings, keeps what it receives, and says what a test tells it to.</summary>
internal sealed class RealtimeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Peer> _peers = Channel.CreateUnbounded<Peer>();
    private LoopbackServer? _server;

    /// <summary>The status that the next connections are refused with; 0 to take them.</summary>
    public int Refusal { get; set; }

    /// <summary>Whether pings are answered.</summary>
    public bool AnswersPings { get; set; } = true;

    /// <summary>How many connections were asked for, the refused ones too.</summary>
    public int Attempts { get; private set; }

    public LoopbackServer Http => _server!;

    public static async Task<RealtimeServer> StartAsync()
    {
        var server = new RealtimeServer();
        server._server = await LoopbackServer.StartAsync(server.ServeAsync);
        return server;
    }

    /// <summary>The next connection.</summary>
    public async Task<Peer> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _peers.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        Attempts++;
        if (Refusal != 0)
        {
            context.Response.StatusCode = Refusal;
            return;
        }

        var offered = context.WebSockets.WebSocketRequestedProtocols;
        var chosen = offered.Contains("aerostack-v1") ? "aerostack-v1" : null;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(chosen);
        var peer = new Peer(this, socket, $"{context.Request.Path}{context.Request.QueryString}", [.. offered]);
        _peers.Writer.TryWrite(peer);
        await peer.ReadAsync(context.RequestAborted);
    }

    /// <summary>One connection, as the server sees it.</summary>
    internal sealed class Peer(RealtimeServer server, WebSocket socket, string address, IReadOnlyList<string> offered)
    {
        private readonly Channel<string> _frames = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource<WebSocketCloseStatus?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Address => address;

        public IReadOnlyList<string> Offered => offered;

        /// <summary>Completes with how the client said farewell; <see langword="null"/> when it broke off.</summary>
        public Task<WebSocketCloseStatus?> Closed => _closed.Task;

        /// <summary>The next frame but pings.</summary>
        public async Task<string> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            return await _frames.Reader.ReadAsync(patience.Token);
        }

        public Task SendAsync(string frame) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        /// <summary>Breaks the connection off.</summary>
        public void Abort() => socket.Abort();

        /// <summary>Says farewell, as a server does that goes down in good order.</summary>
        public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "", CancellationToken.None);

        public async Task ReadAsync(CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    var result = await socket.ReceiveAsync(buffer, cancellationToken);
                    if (result.MessageType == WebSocketMessageType.Close)
                    {
                        _closed.TrySetResult(result.CloseStatus);
                        if (socket.State == WebSocketState.CloseReceived)
                        {
                            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellationToken);
                        }

                        return;
                    }

                    var frame = Encoding.UTF8.GetString(buffer, 0, result.Count);
                    if (frame != """{"type":"ping"}""")
                    {
                        _frames.Writer.TryWrite(frame);
                    }
                    else if (server.AnswersPings)
                    {
                        await SendAsync("""{"type":"pong"}""");
                        _frames.Writer.TryWrite("ping");
                    }
                }
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
            {
                _closed.TrySetResult(null);
            }
        }
    }
}
