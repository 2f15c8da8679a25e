using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What all answers have in common.</summary>
public abstract record AscendAnswer
{
    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
