using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii.Json;

/// <summary>
/// Reads and writes a <see cref="MemoryMode"/> as a JSON string. Public because source-generated contexts of other assemblies make it;
/// nobody else needs it.
/// </summary>
public sealed class MemoryModeConverter : JsonConverter<MemoryMode>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override MemoryMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new MemoryMode(reader.GetString()!)
            : throw new JsonException("A memory mode must be a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MemoryMode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
