using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary>
/// What a client is answered (contract, section 7.3). The contract has no frame for errors; ours has no topic, since some clients would
/// take it for an event of that topic.
/// </summary>
internal static class ServerFrames
{
    /// <summary>The answer to <c>ping</c>.</summary>
    public static byte[] Pong { get; } = """{"type":"pong"}"""u8.ToArray();

    /// <summary>A frame was carried out.</summary>
    public static byte[] Ack(string id) => Write("ack", json => json.WriteString("id"u8, id));

    /// <summary>A subscription holds; events come under this name.</summary>
    public static byte[] Subscribed(string wire) => Write("subscribed", json => json.WriteString("topic"u8, wire));

    /// <summary>A frame was refused.</summary>
    public static byte[] Error(AerostackError error, string? id) => Write("error", json =>
    {
        if (id is not null)
            json.WriteString("id"u8, id);
        error.WriteMembersTo(json);
    });

    private static byte[] Write(string type, Action<Utf8JsonWriter> write) => JsonBytes.Of((type, write), static (json, frame) =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, frame.type);
        frame.write(json);
        json.WriteEndObject();
    });
}
