using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>What a runtime can do. Contract section 2.13.</summary>
public sealed record AgentCardCapabilities : AkshiAnswer
{
    /// <summary>Whether it sends events as they happen.</summary>
    public bool? Streaming { get; init; }

    /// <summary>Whether it calls others.</summary>
    [JsonPropertyName("pushNotifications")]
    public bool? PushNotifications { get; init; }
}
