using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>What all answers have in common. Every field of an answer is optional: what the server did not send is <see langword="null"/>.</summary>
public abstract record AkshiAnswer
{
    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
