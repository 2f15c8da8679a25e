using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>What revoking a key came to. Contract section 2.3.</summary>
public sealed record RevokedKey
{
    /// <summary>Whether the key is revoked now.</summary>
    [JsonPropertyName("revoked")]
    public required bool Revoked { get; init; }

    /// <summary>What happened, for people.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
