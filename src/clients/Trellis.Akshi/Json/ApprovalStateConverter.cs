using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi.Json;

/// <summary>
/// Reads and writes a <see cref="ApprovalState"/> as a JSON string. Public because source-generated contexts of other assemblies make it; nobody
/// else needs it.
/// </summary>
public sealed class ApprovalStateConverter : JsonConverter<ApprovalState>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override ApprovalState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new ApprovalState(reader.GetString()!) : throw new JsonException("The value is not a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ApprovalState value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
