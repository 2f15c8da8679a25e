using System.Text.Json;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>Somebody whom others see under a topic.</summary>
/// <param name="ConnectionId">Which socket: a user may have several.</param>
/// <param name="UserId">Who; null when the socket has no user.</param>
/// <param name="State">What others see, as JSON.</param>
internal sealed record Presence(string ConnectionId, string? UserId, string State)
{
    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("connectionId"u8, ConnectionId);
        json.WriteString("userId"u8, UserId);
        json.WritePropertyName("state"u8);
        json.WriteRawValue(State, skipInputValidation: true);
        json.WriteEndObject();
    }
}
