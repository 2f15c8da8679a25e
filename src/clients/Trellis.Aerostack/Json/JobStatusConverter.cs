using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack.Json;

/// <summary>
/// Reads and writes a <see cref="JobStatus"/> as a JSON string. Public because source-generated contexts of other assemblies make it; nobody
/// else needs it.
/// </summary>
public sealed class JobStatusConverter : JsonConverter<JobStatus>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public override JobStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new JobStatus(reader.GetString()!) : throw new JsonException("The value is not a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JobStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
