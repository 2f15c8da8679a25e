using System.Text.Json;
using Trellis.Server.Aerostack.Requests;

namespace Trellis.Server.Aerostack.Http;

/// <summary>Writes members in the forms that the answers have in common.</summary>
internal static class JsonMembers
{
    /// <summary>A number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A point in time, or null.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        json.WriteString(name, WireTime.Text(value));

    /// <summary>A list of texts; <c>[]</c> for none.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A JSON value as it came, or null when it is undefined.</summary>
    public static void WriteElement(this Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement value)
    {
        json.WritePropertyName(name);
        if (value.ValueKind is JsonValueKind.Undefined)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }
}
