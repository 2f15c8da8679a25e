using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Cli;

/// <summary>Writes timestamps as <see cref="Timestamp.ForJson"/> does.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Timestamp.ForJson(value));
}
