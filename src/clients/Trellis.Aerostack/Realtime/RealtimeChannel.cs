using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// One topic of realtime. Got from <see cref="AerostackRealtime.Channel"/>, the same object for the same topic; safe for concurrent use.
/// Handlers run one after the other on the thread that reads the connection, and must be quick; one that throws is logged and otherwise
/// ignored. Contract section 7.
/// </summary>
public sealed class RealtimeChannel
{
    private const string Any = "*";
    private const int WaitingEvents = 1024;

    private readonly RealtimeConnection _connection;
    private readonly object _gate = new();
    private readonly List<(string Name, Action<RealtimeEvent> Handler)> _handlers = [];
    private readonly List<Channel<RealtimeEvent>> _readers = [];
    private TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JsonNode? _filter;

    internal RealtimeChannel(string topic, RealtimeConnection connection) => (Topic, _connection) = (topic, connection);

    /// <summary>The topic's whole name.</summary>
    public string Topic { get; }

    /// <summary>Whether the channel is to be subscribed; a connection that is made again subscribes it again.</summary>
    public bool IsActive { get; private set; }

    /// <summary>The presence that others are to see; <see langword="null"/> for none.</summary>
    internal JsonObject? State { get; private set; }

    /// <summary>Has a handler called for events of a name or a row operation.</summary>
    /// <param name="name">An event's name, an operation (<c>INSERT</c>, <c>UPDATE</c>, <c>DELETE</c>), or <c>*</c> for all.</param>
    /// <param name="handler">Called with each event; twice with one that has both a name and an operation, if it is there for both.</param>
    /// <returns>This channel.</returns>
    public RealtimeChannel On(string name, Action<RealtimeEvent> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        lock (_gate)
        {
            _handlers.Add((name, handler));
        }

        return this;
    }

    /// <summary>Has a handler not called any more.</summary>
    /// <param name="name">For which events.</param>
    /// <param name="handler">Which one; <see langword="null"/> for all of that name.</param>
    /// <returns>This channel.</returns>
    public RealtimeChannel Off(string name, Action<RealtimeEvent>? handler = null)
    {
        lock (_gate)
        {
            _handlers.RemoveAll(entry => entry.Name == name && (handler is null || entry.Handler == handler));
        }

        return this;
    }

    /// <summary>Subscribes to the topic, now or once there is a connection. Does nothing when it is subscribed already.</summary>
    /// <param name="filter">Which events the server is to send; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public async Task SubscribeAsync(JsonNode? filter = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (IsActive)
            {
                return;
            }

            (IsActive, _filter) = (true, filter?.DeepClone());
        }

        try
        {
            await SendAsync(Subscription(), this, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            IsActive = false;
            throw;
        }
    }

    /// <summary>Completes when the server has confirmed the subscription.</summary>
    /// <param name="cancellationToken">Ends the wait, not the subscription.</param>
    public Task WaitUntilSubscribedAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return _subscribed.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the subscription and removes all handlers. Sends nothing when there is no subscription.</summary>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public Task UnsubscribeAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _handlers.Clear();
            if (!IsActive)
            {
                return Task.CompletedTask;
            }

            IsActive = false;
            _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return SendAsync(new ControlFrame("unsubscribe") { Topic = Topic }, null, cancellationToken);
    }

    /// <summary>Publishes an event, now or once there is a connection. Whoever is subscribed gets it, this client too.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="data">What comes with it, any JSON.</param>
    /// <param name="persist">Whether it is kept for the history; <see langword="null"/> leaves that to the server.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <returns>The id that it was sent with.</returns>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public async Task<string> PublishAsync(string name, JsonNode? data, bool? persist = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var id = Correlation.NewUuid().ToString();
        var frame = new PublishFrame("publish", Topic, name, data, persist, id);
        await _connection.SendAsync(frame, AerostackJsonContext.Default.PublishFrame, null, false, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Shows others that this client is there. A connection that is made again shows it again.</summary>
    /// <param name="state">What they see.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public Task TrackAsync(JsonObject state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = (JsonObject)state.DeepClone();
        return _connection.SendAsync(Presence(), AerostackJsonContext.Default.ControlFrame, this, true, cancellationToken);
    }

    /// <summary>Ends what <see cref="TrackAsync"/> began. Sends nothing when it did not.</summary>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait for a connection.</exception>
    public Task UntrackAsync(CancellationToken cancellationToken = default)
    {
        if (State is null)
        {
            return Task.CompletedTask;
        }

        State = null;
        return SendAsync(new ControlFrame("untrack") { Topic = Topic }, null, cancellationToken);
    }

    /// <summary>
    /// The events from when the first is asked for, until the reading is cancelled or left. Of a reader that is slow, 1,024 wait, and then the
    /// oldest are lost.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<RealtimeEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = System.Threading.Channels.Channel.CreateBounded<RealtimeEvent>(
            new BoundedChannelOptions(WaitingEvents) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true });
        lock (_gate)
        {
            _readers.Add(reader);
        }

        try
        {
            await foreach (var item in reader.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(reader);
            }
        }
    }

    /// <summary>The frame that subscribes the channel.</summary>
    internal ControlFrame Subscription() => new("subscribe") { Topic = Topic, Filter = _filter };

    /// <summary>The frame that shows its presence.</summary>
    internal ControlFrame Presence() => new("track") { Topic = Topic, State = State };

    /// <summary>The server has confirmed the subscription.</summary>
    internal void Confirm()
    {
        lock (_gate)
        {
            _subscribed.TrySetResult();
        }
    }

    /// <summary>Hands an event to those who wait for it: for its operation, for its name, for all.</summary>
    internal void Deliver(RealtimeEvent item, ILogger logger)
    {
        (string Name, Action<RealtimeEvent> Handler)[] handlers;
        lock (_gate)
        {
            handlers =
            [
                .. _handlers.Where(entry => item.Operation is not null && entry.Name == item.Operation),
                .. _handlers.Where(entry => item.Event is not null && entry.Name == item.Event),
                .. _handlers.Where(static entry => entry.Name == Any),
            ];
            foreach (var reader in _readers)
            {
                reader.Writer.TryWrite(item);
            }
        }

        foreach (var (name, handler) in handlers)
        {
            try
            {
                handler(item);
            }
            catch (Exception exception)
            {
                AerostackLog.HandlerFailed(logger, name, exception);
            }
        }
    }

    private Task SendAsync(ControlFrame frame, RealtimeChannel? channel, CancellationToken cancellationToken) =>
        _connection.SendAsync(frame, AerostackJsonContext.Default.ControlFrame, channel, false, cancellationToken);
}
