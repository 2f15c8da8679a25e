using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.History;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary>
/// <c>publish</c> and <c>chat</c>. What is to be kept is durable before anybody is told of it. The sender is told too, if it is subscribed.
/// </summary>
internal sealed class PublishFrames(RealtimeHub hub, MessageLog messages, TimeProvider time, ILogger<PublishFrames> logger)
{
    private const int LongestName = 255;
    private const int LongestRoom = 200;
    private const int LongestText = 16_384;
    private const string ChatEvent = "message";

    /// <summary>Publishes an event.</summary>
    public async ValueTask<AerostackError?> PublishAsync(RealtimeConnection connection, JsonElement frame, CancellationToken cancellationToken)
    {
        var fields = new Fields(frame);
        var topic = fields.Topic(connection.Project);
        var name = fields.Text("event", LongestName);
        var persist = fields.OptionalBoolean("persist") ?? false;
        if (name.StartsWith(TopicEvents.PresencePrefix, StringComparison.Ordinal))
            fields.Errors.Add("event", $"must not begin with {TopicEvents.PresencePrefix}, which only the server says");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var data = frame.TryGetProperty("data", out var given) ? given : default;
        var userId = connection.Identity.UserId;
        var timestamp = Now();
        if (persist)
        {
            var kept = await KeepAsync(connection, topic, userId, name, data, cancellationToken);
            if (kept is null)
                return StoreFailed;

            timestamp = kept.Value;
        }

        hub.Of(connection.Project.Id).Send(topic.Key, TopicEvents.Published(name, data, userId, timestamp));
        return null;
    }

    /// <summary>Says something in a chat room, which is always kept.</summary>
    public async ValueTask<AerostackError?> ChatAsync(RealtimeConnection connection, JsonElement frame, CancellationToken cancellationToken)
    {
        var fields = new Fields(frame);
        var room = fields.Text("roomId", LongestRoom);
        var text = fields.Text("text", LongestText);
        var metadata = fields.Object("metadata");
        if (room.Any(char.IsControl))
            fields.Errors.Add("roomId", "must have no control characters");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var topic = TopicName.OfRoom(room, connection.Project);
        var userId = connection.Identity.UserId;
        var data = JsonElement.Parse(JsonText.Of((text, metadata), static (json, said) =>
        {
            json.WriteStartObject();
            json.WriteString("text"u8, said.text);
            if (said.metadata.ValueKind is JsonValueKind.Object)
            {
                json.WritePropertyName("metadata"u8);
                json.WriteRawValue(said.metadata.GetRawText(), skipInputValidation: true);
            }

            json.WriteEndObject();
        }));
        if (await KeepAsync(connection, topic, userId, ChatEvent, data, cancellationToken) is not { } timestamp)
            return StoreFailed;

        hub.Of(connection.Project.Id).Send(topic.Key, TopicEvents.Said(ChatEvent, data, userId, timestamp));
        return null;
    }

    private static AerostackError StoreFailed =>
        new(Microsoft.AspNetCore.Http.StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, "The message could not be kept, and nobody was told of it.");

    private async ValueTask<long?> KeepAsync(
        RealtimeConnection connection, TopicName topic, string? userId, string name, JsonElement data, CancellationToken cancellationToken)
    {
        try
        {
            var text = data.ValueKind is JsonValueKind.Undefined ? "null" : data.GetRawText();
            return await messages.AddAsync(connection.Project.Id, topic.Key, userId, name, text, cancellationToken);
        }
        catch (StoreException exception)
        {
            RealtimeLog.StoreFailed(logger, exception);
            return null;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
