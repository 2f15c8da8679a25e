using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>The models the caller may give to keys. Contract section 2.3.</summary>
public sealed record ModelList
{
    /// <summary>The models; empty when there are none.</summary>
    [JsonPropertyName("models")]
    public IReadOnlyList<AvailableModel> Models { get; init => field = value ?? []; } = [];

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
