using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis;

/// <summary>
/// Timestamps arrive as ISO 8601 with <c>Z</c>, with an offset or with no zone, as a date alone, or as Unix seconds or milliseconds,
/// as number or text. One without a zone is read as UTC.
/// </summary>
internal sealed class LenientTimestampConverter : JsonConverter<DateTimeOffset>
{
    // Larger magnitudes are milliseconds: as seconds they would lie beyond the year 2600.
    private const double LargestSeconds = 2e10;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => FromUnix(reader.GetDouble()),
        // What the platform sends itself needs no text; without a zone, the reader would take it for local time.
        JsonTokenType.String when reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var time) => time,
        JsonTokenType.String when reader.GetString()!.Trim() is { Length: > 0 } text => FromText(text),
        _ => throw new JsonException("The value is not a timestamp."),
    };

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    /// <summary>ISO 8601 with <c>Z</c> for UTC, and a fraction of six digits or none.</summary>
    public static string Format(DateTimeOffset value)
    {
        var format = value.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.ffffff";
        return value.Offset == TimeSpan.Zero
            ? value.ToString(format, CultureInfo.InvariantCulture) + "Z"
            : value.ToString(format + "zzz", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset FromText(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return FromUnix(number);
        }

        return char.IsAsciiDigit(text[0])
            && text.Length >= 10
            && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException($"'{text}' is not a timestamp.");
    }

    private static DateTimeOffset FromUnix(double number)
    {
        var seconds = Math.Abs(number) > LargestSeconds ? number / 1000 : number;
        return Math.Abs(seconds) <= LargestSeconds
            ? DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : throw new JsonException("The number is too large for a timestamp.");
    }
}
