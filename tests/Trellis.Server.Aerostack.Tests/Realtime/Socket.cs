using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>A real WebSocket client that has no library of the platform.</summary>
internal sealed class Socket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[1 << 20];

    private Socket(ClientWebSocket socket) => _socket = socket;

    /// <summary>The subprotocol that the server has selected.</summary>
    public string? Selected => _socket.SubProtocol;

    /// <summary>The last frame, as it came.</summary>
    public string Text { get; private set; } = "";

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Connects as the present clients do: everything in subprotocols.</summary>
    public static Task<Socket> ConnectAsync(ProjectClient project, string? token = null, string query = "") =>
        OpenAsync(project.Server, $"/api/realtime{query}", Offers(project.Key, token));

    /// <summary>Connects with these subprotocols.</summary>
    public static async Task<Socket> OpenAsync(
        AerostackServer server, string path, IEnumerable<string> subprotocols, Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var subprotocol in subprotocols)
            socket.Options.AddSubProtocol(subprotocol);
        configure?.Invoke(socket.Options);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{server.Url.Authority}{path}"), AerostackServer.Cancellation);
            return new Socket(socket);
        }
        catch (WebSocketException exception)
        {
            exception.Data["status"] = (int)socket.HttpStatusCode;
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The status with which the server refuses a handshake.</summary>
    public static async Task<int> RefusedAsync(Func<Task<Socket>> connect) =>
        (int)(await Should.ThrowAsync<WebSocketException>(connect)).Data["status"]!;

    public static IEnumerable<string> Offers(string? key, string? token = null) =>
    [
        .. key is null ? (string[])[] : [$"aerostack-key.{key}"],
        .. token is null ? (string[])[] : [$"aerostack-token.{token}"],
        "aerostack-v1",
    ];

    public Task SendAsync(string frame) => SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] frame, WebSocketMessageType type)
    {
        using var patience = Limit();
        await _socket.SendAsync(frame, type, endOfMessage: true, patience.Token);
    }

    /// <summary>The next frame; null when the server has closed.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        using var patience = Limit();
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;

            length += part.Count;
            if (!part.EndOfMessage)
                continue;

            Text = Encoding.UTF8.GetString(_buffer, 0, length);
            return JsonNode.Parse(Text)!.AsObject();
        }
    }

    /// <summary>The next frame is exactly this.</summary>
    public async Task ShouldGetAsync(string json)
    {
        var frame = await NextAsync();
        JsonNode.DeepEquals(frame, JsonNode.Parse(json)).ShouldBeTrue($"{frame?.ToJsonString()} is not {json}");
    }

    /// <summary>The next frame refuses something with this code.</summary>
    public async Task<JsonObject> ShouldBeRefusedAsync(string code)
    {
        var frame = (await NextAsync())!;
        frame["type"]!.GetValue<string>().ShouldBe("error", frame.ToJsonString());
        frame["code"]!.GetValue<string>().ShouldBe(code, frame.ToJsonString());
        frame["message"]!.GetValue<string>().ShouldNotBeEmpty();
        return frame;
    }

    /// <summary>Nothing comes before the answer to a ping that is sent now.</summary>
    public async Task ShouldGetNothingAsync()
    {
        await SendAsync("""{"type":"ping"}""");
        await ShouldGetAsync("""{"type":"pong"}""");
    }

    /// <summary>Subscribes and waits until the server has confirmed it.</summary>
    /// <returns>The name that events will come under.</returns>
    public async Task<string> SubscribeAsync(string topic, string filter = "null")
    {
        await SendAsync($$"""{"type":"subscribe","topic":"{{topic}}","filter":{{filter}}}""");
        var frame = (await NextAsync())!;
        frame["type"]!.GetValue<string>().ShouldBe("subscribed", frame.ToJsonString());
        return frame["topic"]!.GetValue<string>();
    }

    /// <summary>Publishes and waits until the server has acknowledged it. For sockets that are not subscribed to the topic.</summary>
    public async Task PublishAsync(string topic, string name, string data, bool persist = false)
    {
        await SendAsync($$"""{"type":"publish","topic":"{{topic}}","event":"{{name}}","data":{{data}},"persist":{{(persist ? "true" : "false")}},"id":"p"}""");
        await ShouldGetAsync("""{"type":"ack","id":"p"}""");
    }

    /// <summary>The server closes with this status; its farewell is answered.</summary>
    public async Task ShouldBeClosedAsync(WebSocketCloseStatus status)
    {
        while (await NextAsync() is not null)
        {
        }

        CloseStatus.ShouldBe(status);
        await CloseAsync();
    }

    public async Task CloseAsync()
    {
        using var patience = Limit();
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
    }

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(AerostackServer.Cancellation);
        limit.CancelAfter(Patience);
        return limit;
    }
}
