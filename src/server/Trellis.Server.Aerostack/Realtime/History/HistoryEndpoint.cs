using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.History;

/// <summary>The messages of a topic that were kept (contract, section 7.6), newest first.</summary>
internal sealed class HistoryEndpoint(RealtimeGate gate, MessageLog messages)
{
    private const int DefaultPage = 50;
    private const int LongestPage = 200;

    /// <summary>A page of messages.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var room = call.Query("room");
        // A user's token names no project, but the whole name of a topic ends with one.
        var (identity, refusal) = await gate.AdmitAsync(call, default, room?[(room.LastIndexOf('/') + 1)..]);
        if (identity is null)
            return refusal!;

        var query = new QueryFields(call.Http.Request);
        if (room is null || room.Length > TopicName.Longest || !StorableText.IsValid(room))
            query.Errors.Add("room", $"must be a topic of at most {TopicName.Longest} characters");
        var limit = query.Integer("limit", DefaultPage, 1, int.MaxValue);
        var before = query.Integer("before", long.MaxValue, 0, long.MaxValue);
        if (!query.Errors.IsEmpty)
            return AerostackErrors.Invalid(query.Errors);

        var topic = TopicName.Of(room!, identity.Project);
        var page = await messages.ListAsync(identity.Project.Id, topic.Key, before, (int)Math.Min(limit, LongestPage), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("messages"u8);
            foreach (var message in page)
                Write(json, message, topic.Wire);
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, Message message, string room)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, message.Id);
        json.WriteString("room_id"u8, room);
        json.WriteString("user_id"u8, message.UserId);
        json.WriteString("event"u8, message.Event);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(message.Data, skipInputValidation: true);
        json.WriteNumber("created_at"u8, message.SentAt);
        json.WriteEndObject();
    }
}
