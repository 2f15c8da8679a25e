using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>The keys of the caller. Contract section 2.3.</summary>
public sealed record KeyList
{
    /// <summary>Whose keys they are.</summary>
    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>The keys; empty when there are none.</summary>
    [JsonPropertyName("keys")]
    public IReadOnlyList<KeyInfo> Keys { get; init => field = value ?? []; } = [];

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
