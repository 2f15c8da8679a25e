using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Realtime;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>Publishes an event to those who are connected, in the name of the application and not of a user. It is not kept.</summary>
internal sealed class EmitEndpoint(RealtimeHub hub)
{
    private const int LongestName = 255;

    /// <summary>Tells the subscribers of a topic, which is called a room here.</summary>
    public ValueTask<JsonAnswer> EmitAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("event", LongestName);
        var room = fields.Text("roomId", TopicName.Longest);
        if (name.StartsWith(TopicEvents.PresencePrefix, StringComparison.Ordinal))
            fields.Errors.Add("event", $"must not begin with {TopicEvents.PresencePrefix}, which only the server says");
        if (room.Any(char.IsControl))
            fields.Errors.Add("roomId", "must have no control characters");
        if (!fields.Errors.IsEmpty)
            return new(AerostackErrors.Invalid(fields.Errors));

        fields.TryGet("data", out var data);
        var published = TopicEvents.Published(name, data, userId: null, call.At.ToUnixTimeMilliseconds());
        hub.Of(call.ProjectId).Send(TopicName.Of(room, call.Caller.Project).Key, published);
        return new(Answer.Success());
    }
}
