using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Ascend.Json;

/// <summary>
/// Reads ISO 8601, with or without a zone (then UTC), and Unix seconds; anything else is no timestamp, and no reason to lose the decision
/// that it belongs to.
/// </summary>
internal sealed class TolerantTimestampConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var time):
                return time;
            case JsonTokenType.String:
                const DateTimeStyles utc = DateTimeStyles.AssumeUniversal;
                return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, utc, out var text) ? text : null;
            case JsonTokenType.Number when reader.TryGetInt64(out var seconds) && Math.Abs(seconds) < int.MaxValue * 4L:
                return DateTimeOffset.FromUnixTimeSeconds(seconds);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(time);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
