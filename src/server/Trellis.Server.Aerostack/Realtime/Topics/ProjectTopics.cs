using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Frames;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>
/// The topics of one project and the sockets that are connected to it. Everything under its lock is quick, since sending only fills queues:
/// so events reach every subscriber in one order. Safe for concurrent use.
/// </summary>
internal sealed class ProjectTopics(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly HashSet<RealtimeConnection> _connections = [];

    /// <summary>The connections at this moment.</summary>
    public IReadOnlyList<RealtimeConnection> Connections
    {
        get
        {
            lock (_lock)
                return [.. _connections];
        }
    }

    /// <summary>How many topics anybody is subscribed to or present in.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _topics.Count;
        }
    }

    /// <summary>Lets a connection in; false when there are too many.</summary>
    public bool TryEnter(RealtimeConnection connection, int most)
    {
        lock (_lock)
            return _connections.Count < most && _connections.Add(connection);
    }

    /// <summary>Forgets a connection, and tells others that it is gone.</summary>
    public void Leave(RealtimeConnection connection)
    {
        lock (_lock)
        {
            _connections.Remove(connection);
            foreach (var key in connection.Topics.Concat(connection.Presences).Distinct().ToList())
            {
                if (!TryGet(key, out var topic))
                    continue;

                topic.Unsubscribe(connection);
                Untrack(topic, connection);
                Tidy(key, topic);
            }
        }
    }

    /// <summary>Subscribes a connection. It is told so, and who is there, before it gets any event.</summary>
    public void Subscribe(RealtimeConnection connection, TopicName name, EventFilter? filter)
    {
        lock (_lock)
        {
            var topic = GetOrAdd(name.Key);
            topic.Subscribe(connection, new Subscription(name.Wire, filter));
            connection.Outbox.Add(ServerFrames.Subscribed(name.Wire));
            if (topic.Presences.Count > 0)
                connection.Outbox.Add(TopicEvents.Present(topic.Presences, Now()).Frame(name.Wire));
        }
    }

    /// <summary>Ends a subscription.</summary>
    public void Unsubscribe(RealtimeConnection connection, string key)
    {
        lock (_lock)
        {
            if (!TryGet(key, out var topic))
                return;

            topic.Unsubscribe(connection);
            Tidy(key, topic);
        }
    }

    /// <summary>Tells all who are subscribed of an event.</summary>
    public void Send(string key, TopicEvent happened)
    {
        lock (_lock)
        {
            if (TryGet(key, out var topic))
                topic.Send(happened);
        }
    }

    /// <summary>Has others see a connection under a topic.</summary>
    public void Track(RealtimeConnection connection, string key, Presence presence)
    {
        lock (_lock)
        {
            var topic = GetOrAdd(key);
            topic.Send(TopicEvents.Presence(topic.Track(connection, presence) ? "join" : "update", presence, Now()));
        }
    }

    /// <summary>Ends what <see cref="Track"/> began.</summary>
    public void Untrack(RealtimeConnection connection, string key)
    {
        lock (_lock)
        {
            if (!TryGet(key, out var topic))
                return;

            Untrack(topic, connection);
            Tidy(key, topic);
        }
    }

    private void Untrack(Topic topic, RealtimeConnection connection)
    {
        if (topic.Untrack(connection) is { } gone)
            topic.Send(TopicEvents.Presence("leave", gone, Now()));
    }

    private bool TryGet(string key, [NotNullWhen(true)] out Topic? topic) => _topics.TryGetValue(key, out topic);

    private Topic GetOrAdd(string key)
    {
        if (!_topics.TryGetValue(key, out var topic))
            _topics[key] = topic = new Topic();
        return topic;
    }

    private void Tidy(string key, Topic topic)
    {
        if (topic.IsIdle)
            _topics.Remove(key);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
