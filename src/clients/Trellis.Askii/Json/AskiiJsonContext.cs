using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Askii.Json;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [typeof(TrimmedStringConverter), typeof(LenientBooleanConverter), typeof(LenientTimestampConverter)])]
[JsonSerializable(typeof(ProvisionKeyRequest))]
[JsonSerializable(typeof(ProvisionedKey))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(KeyReference))]
[JsonSerializable(typeof(RevokedKey))]
[JsonSerializable(typeof(KeyConfig))]
[JsonSerializable(typeof(UpdateKeyModelBody))]
[JsonSerializable(typeof(UpdatedKey))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AskiiJsonContext : JsonSerializerContext;
