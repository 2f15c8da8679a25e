using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii.Json;

/// <summary>Booleans may arrive as 0 and 1 or as words (contract section 2.1).</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetDouble(out var number) && number is 0 or 1 => reader.GetDouble() == 1,
        JsonTokenType.String => FromWord(reader.GetString()!),
        _ => throw new JsonException("The value is not a boolean."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    private static bool FromWord(string word) => word.ToUpperInvariant() switch
    {
        "1" or "T" or "TRUE" or "Y" or "YES" or "ON" => true,
        "0" or "F" or "FALSE" or "N" or "NO" or "OFF" => false,
        _ => throw new JsonException($"'{word}' is not a boolean."),
    };
}
