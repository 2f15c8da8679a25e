using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>A model that can be used. Contract section 2.3.</summary>
public sealed record AvailableModel
{
    /// <summary>The model's name, as requests give it.</summary>
    [JsonPropertyName("model_name")]
    public required string ModelName { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
