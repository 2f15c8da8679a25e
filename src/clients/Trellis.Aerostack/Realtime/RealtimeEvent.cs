using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>Something that happened under a topic. Contract section 7.3.</summary>
public sealed record RealtimeEvent
{
    /// <summary>What kind of thing: <c>db_change</c>, <c>chat_message</c> or <c>event</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The topic.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What happened to a row: <c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The event's name, such as <c>presence:join</c>.</summary>
    public string? Event { get; init; }

    /// <summary>What came with it; <see cref="JsonValueKind.Undefined"/> when nothing did.</summary>
    public JsonElement Data { get; init; }

    /// <summary>The row as it was before; <see cref="JsonValueKind.Undefined"/> when the server does not say.</summary>
    public JsonElement Old { get; init; }

    /// <summary>Who did it, if the server says so.</summary>
    public string? UserId { get; init; }

    /// <summary>When it happened, as the server writes it; <see cref="JsonValueKind.Undefined"/> when it does not.</summary>
    public JsonElement Timestamp { get; init; }
}
