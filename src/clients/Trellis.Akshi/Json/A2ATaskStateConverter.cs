using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi.Json;

/// <summary>
/// Reads and writes a <see cref="A2ATaskState"/> as a JSON string. Public because source-generated contexts of other assemblies make it; nobody
/// else needs it.
/// </summary>
public sealed class A2ATaskStateConverter : JsonConverter<A2ATaskState>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override A2ATaskState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new A2ATaskState(reader.GetString()!) : throw new JsonException("The value is not a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, A2ATaskState value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
