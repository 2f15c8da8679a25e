using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientTimestampConverter)])]
[JsonSerializable(typeof(KeyBody))]
[JsonSerializable(typeof(CachedValue))]
[JsonSerializable(typeof(CacheItem))]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(QueryBody))]
[JsonSerializable(typeof(DbQueryResult))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AerostackJsonContext : JsonSerializerContext;
