using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi.Json;

/// <summary>
/// Reads and writes a <see cref="GrantState"/> as a JSON string. Public because source-generated contexts of other assemblies make it; nobody
/// else needs it.
/// </summary>
public sealed class GrantStateConverter : JsonConverter<GrantState>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override GrantState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new GrantState(reader.GetString()!) : throw new JsonException("The value is not a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GrantState value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
