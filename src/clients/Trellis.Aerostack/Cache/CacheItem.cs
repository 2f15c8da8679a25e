using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>What the cache is to hold under a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Any JSON, <see langword="null"/> included.</param>
/// <param name="TimeToLive">How long it is kept, in whole seconds; a fraction counts as one more. <see langword="null"/> for ever.</param>
public sealed record CacheItem(
    string Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? Value,
    [property: JsonIgnore] TimeSpan? TimeToLive = null)
{
    [JsonInclude]
    [JsonPropertyName("ttl")]
    internal long? WireTimeToLive => WireSeconds.Of(TimeToLive);
}
