using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis;

/// <summary>
/// Reads a <see cref="Secret"/> from a JSON string and writes its mask. Public because source-generated contexts of other
/// assemblies make it; nobody else needs it.
/// </summary>
public sealed class SecretJsonConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new Secret(reader.GetString()!)
            : throw new JsonException($"A secret is a JSON string, not {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
