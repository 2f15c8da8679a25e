using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Trellis.Server;

namespace Trellis.LoadTest.FanOuts;

/// <summary>Aerostack's realtime: everybody has subscribed to a topic, and one more connection publishes to it.</summary>
internal sealed class RealtimeFanOut : IFanOut
{
    private const string Topic = "bench";

    private readonly TrellisServer _server;
    private readonly ClientWebSocket _sender;

    private RealtimeFanOut(TrellisServer server, ClientWebSocket sender) => (_server, _sender) = (server, sender);

    /// <inheritdoc/>
    public string Name => "realtime event, WebSockets";

    public static async Task<RealtimeFanOut> StartAsync()
    {
        // As many as listen, and the one that publishes.
        var limit = new Dictionary<string, string?> { ["aerostack:realtime:maxConnections"] = "2000" };
        var server = await TrellisServer.StartAsync(
            new TrellisServerOptions { IsDurable = true, Configuration = new ConfigurationBuilder().AddInMemoryCollection(limit).Build() });
        return new(server, await ConnectAsync(server));
    }

    /// <inheritdoc/>
    public async Task<IListener> ListenAsync()
    {
        var listener = new Listener(await ConnectAsync(_server));
        await listener.SubscribeAsync();
        return listener;
    }

    /// <inheritdoc/>
    public Task PublishAsync() => SendAsync(_sender, $$"""{"type":"publish","topic":"{{Topic}}","event":"tick","data":{"text":"hello"},"id":"1"}""");

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _server.DisposeAsync();
    }

    private static async Task<ClientWebSocket> ConnectAsync(TrellisServer server)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol($"aerostack-key.{server.Credentials!.Reveal("aerostack", "apiKey")}");
        socket.Options.AddSubProtocol("aerostack-v1");
        await socket.ConnectAsync(new UriBuilder(server.Url) { Scheme = "ws", Path = "/api/realtime" }.Uri, CancellationToken.None);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string frame) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private sealed class Listener(ClientWebSocket socket) : IListener
    {
        private readonly byte[] _buffer = new byte[2048];

        public async Task SubscribeAsync()
        {
            await SendAsync(socket, $$"""{"type":"subscribe","topic":"{{Topic}}"}""");
            await ReceiveAsync("\"subscribed\"");
        }

        public async Task<long> NextAsync()
        {
            await ReceiveAsync("\"event\"");
            return System.Diagnostics.Stopwatch.GetTimestamp();
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task ReceiveAsync(string type)
        {
            while (true)
            {
                var frame = await socket.ReceiveAsync(_buffer, CancellationToken.None);
                if (frame.MessageType is WebSocketMessageType.Close)
                    throw new InvalidOperationException("The server closed the connection.");
                if (Encoding.UTF8.GetString(_buffer, 0, frame.Count).Contains($"\"type\":{type}", StringComparison.Ordinal))
                    return;
            }
        }
    }
}
