using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// Events as they happen, over one WebSocket. Reached through <see cref="AerostackClient.Realtime"/>; safe for concurrent use. A connection
/// that breaks is made again, with its subscriptions and its presence. Contract section 7.
/// </summary>
public sealed class AerostackRealtime : IAsyncDisposable
{
    private readonly AerostackConnection _connection;
    private readonly RealtimeTopics _topics;
    private readonly RealtimeConnection _socket;
    private readonly ApiOperation<HistoryAnswer> _history;
    private volatile bool _isDisposed;

    internal AerostackRealtime(AerostackConnection connection)
    {
        _connection = connection;
        var logger = connection.Options.LoggerFactory.CreateLogger("aerostack.realtime");
        _topics = new RealtimeTopics(logger);
        _socket = new RealtimeConnection(connection, _topics, logger)
        {
            StatusChanged = status => StatusChanged?.Invoke(status),
            GaveUp = cause => GaveUp?.Invoke(cause),
        };
        _history = connection.Operations.Get<HistoryAnswer>("realtime.history", "/api/v1/public/realtime/history");
    }

    /// <summary>Raised with each new status, on the thread that keeps the connection. A handler that throws is logged and otherwise ignored.</summary>
    public event Action<RealtimeStatus>? StatusChanged;

    /// <summary>
    /// Raised when a connection is not tried any more: after <see cref="RealtimeOptions.MaxReconnectAttempts"/>, or when the server refuses it
    /// for good. The argument is why.
    /// </summary>
    public event Action<Exception?>? GaveUp;

    /// <summary>What has become of the connection.</summary>
    public RealtimeStatus Status => _socket.Status;

    /// <summary>
    /// Makes the connection and keeps it. Returns when it stands; does nothing when it does already. Without a server it goes on trying.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; <see cref="DisconnectAsync"/> ends the trying.</param>
    /// <exception cref="AerostackRealtimeException">The server refuses it for good, or there were as many attempts as the options allow.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _socket.ConnectAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the connection, and returns when it has ended. Subscriptions stay, for when it is made again. Does nothing when there is none.
    /// </summary>
    public Task DisconnectAsync() => _socket.DisconnectAsync();

    /// <summary>The channel of a topic.</summary>
    /// <param name="topic">
    /// With a <see cref="AerostackClientOptions.ProjectId"/>, a table's name (<c>orders</c>) or a path (<c>rooms/7</c>), completed by the
    /// project; without one it is taken as it is.
    /// </param>
    public RealtimeChannel Channel(string topic) =>
        _topics.GetOrAdd(TopicNames.Qualify(topic, _connection.Options.ProjectId), name => new RealtimeChannel(name, _socket));

    /// <summary>The channel of a chat room.</summary>
    public RealtimeChannel ChatRoom(string roomId) =>
        _topics.GetOrAdd(TopicNames.ChatRoom(roomId, _connection.Options.ProjectId), name => new RealtimeChannel(name, _socket));

    /// <summary>Says something in a chat room, which is kept for the history.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="text">What is said.</param>
    /// <param name="metadata">What comes with it; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public Task ChatAsync(string roomId, string text, JsonObject? metadata = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(roomId);
        ArgumentNullException.ThrowIfNull(text);
        var frame = new ControlFrame("chat") { RoomId = roomId, Text = text, Metadata = metadata };
        return _socket.SendAsync(frame, AerostackJsonContext.Default.ControlFrame, null, false, cancellationToken);
    }

    /// <summary>Gives the connection another user's token, and those that are made later.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public async Task SetUserTokenAsync(Secret token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        _socket.UseToken(token.Reveal());

        // Without a connection there is nothing to tell: the next one carries it.
        if (Status == RealtimeStatus.Connected)
        {
            var frame = new ControlFrame("auth") { Token = token.Reveal() };
            await _socket.SendAsync(frame, AerostackJsonContext.Default.ControlFrame, null, false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads messages of a topic that were kept.</summary>
    /// <param name="topic">The topic, as <see cref="Channel"/> takes it.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="before">Only older ones: what the server gave for that, usually milliseconds of Unix time; <see langword="null"/> for the newest.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public async Task<IReadOnlyList<RealtimeMessage>> GetHistoryAsync(
        string topic, int limit = 50, string? before = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var token = _connection.Options.UserToken is { } source ? await source.GetAsync(cancellationToken).ConfigureAwait(false) : null;
        return Messages(await _connection.SendAsync(Reading(topic, limit, before, token, options), options, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc cref="GetHistoryAsync"/>
    public IReadOnlyList<RealtimeMessage> GetHistory(
        string topic, int limit = 50, string? before = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var token = _connection.Options.UserToken is { IsAsynchronous: false } source ? source.Get() : null;
        return Messages(_connection.Send(Reading(topic, limit, before, token, options), options, cancellationToken));
    }

    /// <summary>Ends the connection for good, and returns when it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await DisconnectAsync().ConfigureAwait(false);
    }

    /// <summary>Breaks the connection off for good.</summary>
    internal void Abort()
    {
        _isDisposed = true;
        _socket.Dispose();
    }

    private static IReadOnlyList<RealtimeMessage> Messages(HistoryAnswer answer) => answer.Messages ?? answer.Data ?? [];

    private ApiRequest<HistoryAnswer> Reading(string topic, int limit, string? before, string? token, AerostackCallOptions? options)
    {
        var room = TopicNames.Qualify(topic, _connection.Options.ProjectId);
        var path = new StringBuilder(_history.Path).Append("?room=").Append(Uri.EscapeDataString(room)).Append(CultureInfo.InvariantCulture, $"&limit={limit}");
        if (!string.IsNullOrEmpty(before))
        {
            path.Append("&before=").Append(Uri.EscapeDataString(before));
        }

        var headers = string.IsNullOrEmpty(token) ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" };
        return new(_history, Path: path.ToString(), Overrides: _connection.PlatformOverrides(options, headers));
    }
}
