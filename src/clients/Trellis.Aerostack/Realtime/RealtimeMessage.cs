using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A message that was kept. Contract section 7.6.</summary>
public sealed record RealtimeMessage : AerostackAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>The event's name.</summary>
    public string? Event { get; init; }

    /// <summary>What came with it: any JSON, with some servers JSON in a text.</summary>
    public JsonElement Data { get; init; }

    /// <summary>The topic.</summary>
    [JsonPropertyName("room_id")]
    public string? RoomId { get; init; }

    /// <summary>Who sent it, if the server says so.</summary>
    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    /// <summary>When, in milliseconds of Unix time.</summary>
    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }
}
