using Microsoft.Extensions.Logging;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The channels of a client, by their topics. Safe for concurrent use. Contract sections 7.3 and 7.4.</summary>
internal sealed class RealtimeTopics(ILogger logger)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, RealtimeChannel> _channels = new(StringComparer.Ordinal);

    // What the server calls topics, where that is not what the client calls them.
    private readonly Dictionary<string, RealtimeChannel> _renamed = new(StringComparer.Ordinal);

    /// <summary>The channel of a topic; the same object for the same topic.</summary>
    public RealtimeChannel GetOrAdd(string topic, Func<string, RealtimeChannel> create)
    {
        lock (_gate)
        {
            return _channels.TryGetValue(topic, out var channel) ? channel : _channels[topic] = create(topic);
        }
    }

    /// <summary>The frames that give a new connection the subscriptions and the presence that the last one had.</summary>
    public IReadOnlyList<(ControlFrame Frame, RealtimeChannel Channel, bool IsPresence)> Restore()
    {
        lock (_gate)
        {
            _renamed.Clear();
            return
            [
                .. _channels.Values.Where(static channel => channel.IsActive).Select(static channel => (channel.Subscription(), channel, false)),
                .. _channels.Values.Where(static channel => channel.State is not null).Select(static channel => (channel.Presence(), channel, true)),
            ];
        }
    }

    /// <summary>The server has subscribed the client to a topic, under the name that it has there.</summary>
    public void Confirm(string topic)
    {
        RealtimeChannel? channel;
        lock (_gate)
        {
            if (!_channels.TryGetValue(topic, out channel))
            {
                channel = _channels.Values.Where(candidate => candidate.IsActive && TopicNames.IsNormalised(topic, candidate.Topic))
                    .MaxBy(static candidate => candidate.Topic.Length);
                if (channel is not null)
                {
                    _renamed[topic] = channel;
                }
            }
        }

        channel?.Confirm();
    }

    /// <summary>Hands an event to the channel of its topic, if there is one.</summary>
    public void Deliver(RealtimeEvent item)
    {
        RealtimeChannel? channel;
        lock (_gate)
        {
            channel = _renamed.GetValueOrDefault(item.Topic) ?? _channels.GetValueOrDefault(item.Topic);
        }

        channel?.Deliver(item, logger);
    }
}
