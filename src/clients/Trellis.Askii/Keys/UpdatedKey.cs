using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>What changing a key's models came to. Contract section 2.3.</summary>
public sealed record UpdatedKey
{
    /// <summary>Whether the change was made.</summary>
    [JsonPropertyName("updated")]
    public required bool Updated { get; init; }

    /// <summary>The key's name.</summary>
    [JsonPropertyName("key_name")]
    public required string KeyName { get; init; }

    /// <summary>The models it may use now; empty means all.</summary>
    [JsonPropertyName("models")]
    public IReadOnlyList<string> Models { get; init => field = value ?? []; } = [];

    /// <summary>The model that answers now when a request names none.</summary>
    [JsonPropertyName("default_model")]
    public string? DefaultModel { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
