using Trellis.Server.Aerostack.Realtime.Connections;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>A topic that somebody is subscribed to or present in. Guarded by its project's lock.</summary>
internal sealed class Topic
{
    private readonly Dictionary<RealtimeConnection, Subscription> _subscribers = [];
    private readonly Dictionary<RealtimeConnection, Presence> _presences = [];

    /// <summary>Whether nobody needs it any more.</summary>
    public bool IsIdle => _subscribers.Count == 0 && _presences.Count == 0;

    /// <summary>Who is there.</summary>
    public IReadOnlyCollection<Presence> Presences => _presences.Values;

    /// <summary>Subscribes a connection, or changes how it is.</summary>
    public void Subscribe(RealtimeConnection connection, Subscription subscription) => _subscribers[connection] = subscription;

    /// <summary>Ends a subscription.</summary>
    public void Unsubscribe(RealtimeConnection connection) => _subscribers.Remove(connection);

    /// <summary>Has others see a connection.</summary>
    /// <returns>Whether they did not see it before.</returns>
    public bool Track(RealtimeConnection connection, Presence presence)
    {
        var isNew = !_presences.ContainsKey(connection);
        _presences[connection] = presence;
        return isNew;
    }

    /// <summary>Ends what <see cref="Track"/> began.</summary>
    /// <returns>What others saw; null when they saw nothing.</returns>
    public Presence? Untrack(RealtimeConnection connection) => _presences.Remove(connection, out var presence) ? presence : null;

    /// <summary>Puts an event into the queues of all who want it; waits for nobody.</summary>
    public void Send(TopicEvent happened)
    {
        foreach (var (connection, subscription) in _subscribers)
        {
            if (happened.IsFor(subscription.Filter) && (!happened.IsOfRows || connection.Identity.SeesRows))
                connection.Outbox.Add(happened.Frame(subscription.Wire));
        }
    }
}
