using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii.Json;

/// <summary>Strings lose the blanks around them in both directions (contract section 2.1).</summary>
internal sealed class TrimmedStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()?.Trim();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.AsSpan().Trim());
}
