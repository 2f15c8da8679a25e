using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary><c>track</c> and <c>untrack</c>.</summary>
internal sealed class PresenceFrames(RealtimeHub hub, RealtimeOptions options)
{
    /// <summary>Has others see the connection, or see it changed.</summary>
    public AerostackError? Track(RealtimeConnection connection, JsonElement frame)
    {
        var fields = new Fields(frame);
        var name = fields.Topic(connection.Project);
        var state = fields.Object("state");
        if (!fields.Has("state"))
            fields.Errors.Add("state", "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (!connection.Presences.Contains(name.Key) && connection.Presences.Count >= options.MostTopics)
            return AerostackErrors.Invalid("topic", $"is one more than the {options.MostTopics} that a connection may be present in");

        connection.Presences.Add(name.Key);
        hub.Of(connection.Project.Id).Track(connection, name.Key, new Presence(connection.Id, connection.Identity.UserId, state.GetRawText()));
        return null;
    }

    /// <summary>Ends the presence; without one there is nothing to do.</summary>
    public AerostackError? Untrack(RealtimeConnection connection, JsonElement frame)
    {
        var fields = new Fields(frame);
        var name = fields.Topic(connection.Project);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        if (connection.Presences.Remove(name.Key))
            hub.Of(connection.Project.Id).Untrack(connection, name.Key);
        return null;
    }
}
