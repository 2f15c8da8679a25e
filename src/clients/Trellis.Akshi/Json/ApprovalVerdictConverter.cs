using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi.Json;

/// <summary>
/// Reads and writes a <see cref="ApprovalVerdict"/> as a JSON string. Public because source-generated contexts of other assemblies make it; nobody
/// else needs it.
/// </summary>
public sealed class ApprovalVerdictConverter : JsonConverter<ApprovalVerdict>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override ApprovalVerdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new ApprovalVerdict(reader.GetString()!) : throw new JsonException("The value is not a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ApprovalVerdict value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
