using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary><c>subscribe</c> and <c>unsubscribe</c>.</summary>
internal sealed class SubscriptionFrames(RealtimeHub hub, RealtimeOptions options)
{
    private const int MostMembers = 20;

    /// <summary>Subscribes; a second time, it changes the filter.</summary>
    public AerostackError? Subscribe(RealtimeConnection connection, JsonElement frame)
    {
        var fields = new Fields(frame);
        var name = fields.Topic(connection.Project);
        var filter = fields.Object("filter");
        if (filter.ValueKind is JsonValueKind.Object && filter.GetPropertyCount() > MostMembers)
            fields.Errors.Add("filter", $"must have at most {MostMembers} members");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (!connection.Topics.Contains(name.Key) && connection.Topics.Count >= options.MostTopics)
            return AerostackErrors.Invalid("topic", $"is one more than the {options.MostTopics} that a connection may be subscribed to");

        connection.Topics.Add(name.Key);
        hub.Of(connection.Project.Id).Subscribe(connection, name, filter.ValueKind is JsonValueKind.Object ? new EventFilter(filter) : null);
        return null;
    }

    /// <summary>Ends a subscription; without one there is nothing to do.</summary>
    public AerostackError? Unsubscribe(RealtimeConnection connection, JsonElement frame)
    {
        var fields = new Fields(frame);
        var name = fields.Topic(connection.Project);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        if (connection.Topics.Remove(name.Key))
            hub.Of(connection.Project.Id).Unsubscribe(connection, name.Key);
        return null;
    }
}
