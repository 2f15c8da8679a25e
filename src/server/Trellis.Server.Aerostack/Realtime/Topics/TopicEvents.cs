using System.Text.Json;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>The events that clients are told of (contract, section 7.3).</summary>
internal static class TopicEvents
{
    /// <summary>How the names of presence events begin; no client may publish one.</summary>
    public const string PresencePrefix = "presence:";

    /// <summary>What a client published.</summary>
    public static TopicEvent Published(string name, JsonElement data, string? userId, long timestamp) =>
        new("event", Seen(data), json => Write(json, name, data, userId, timestamp));

    /// <summary>What somebody said in a chat room.</summary>
    public static TopicEvent Said(string name, JsonElement data, string? userId, long timestamp) =>
        new("chat_message", Seen(data), json => Write(json, name, data, userId, timestamp));

    /// <summary>A row was added, changed or removed.</summary>
    /// <param name="operation"><c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</param>
    /// <param name="row">The row; of a removed one, what it was.</param>
    /// <param name="old">The row as it was before; undefined for a new one.</param>
    /// <param name="timestamp">When, in milliseconds of Unix time.</param>
    public static TopicEvent Changed(string operation, JsonElement row, JsonElement old, long timestamp) => new("db_change", row, json =>
    {
        json.WriteString("operation"u8, operation);
        json.WritePropertyName("data"u8);
        row.WriteTo(json);
        if (old.ValueKind is not JsonValueKind.Undefined)
        {
            json.WritePropertyName("old"u8);
            old.WriteTo(json);
        }

        json.WriteNumber("timestamp"u8, timestamp);
    })
    {
        IsOfRows = true,
    };

    /// <summary>Somebody came, changed or left.</summary>
    public static TopicEvent Presence(string what, Presence presence, long timestamp) => new("event", default, json =>
    {
        json.WriteString("event"u8, PresencePrefix + what);
        json.WritePropertyName("data"u8);
        presence.Write(json);
        WriteEnd(json, presence.UserId, timestamp);
    });

    /// <summary>Who is there, for somebody who has just come to listen.</summary>
    public static TopicEvent Present(IReadOnlyCollection<Presence> presences, long timestamp) => new("event", default, json =>
    {
        json.WriteString("event"u8, PresencePrefix + "sync");
        json.WriteStartObject("data"u8);
        json.WriteStartArray("presences"u8);
        foreach (var presence in presences)
            presence.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        WriteEnd(json, null, timestamp);
    });

    // Nothing is JSON null to a filter, as it is to those who get it.
    private static JsonElement Seen(JsonElement data) => data.ValueKind is JsonValueKind.Undefined ? JsonElement.Parse("null"u8) : data;

    private static void Write(Utf8JsonWriter json, string name, JsonElement data, string? userId, long timestamp)
    {
        json.WriteString("event"u8, name);
        json.WritePropertyName("data"u8);
        if (data.ValueKind is JsonValueKind.Undefined)
            json.WriteNullValue();
        else
            json.WriteRawValue(data.GetRawText(), skipInputValidation: true);
        WriteEnd(json, userId, timestamp);
    }

    private static void WriteEnd(Utf8JsonWriter json, string? userId, long timestamp)
    {
        if (userId is not null)
            json.WriteString("userId"u8, userId);
        json.WriteNumber("timestamp"u8, timestamp);
    }
}
