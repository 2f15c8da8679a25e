using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii.Json;

internal sealed class MemoryModeConverter : JsonConverter<MemoryMode>
{
    public override MemoryMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new MemoryMode(reader.GetString()!)
            : throw new JsonException("A memory mode must be a string.");

    public override void Write(Utf8JsonWriter writer, MemoryMode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
