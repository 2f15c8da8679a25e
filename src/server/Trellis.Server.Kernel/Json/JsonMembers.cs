using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Kernel.Json;

/// <summary>Writes members in the forms that the answers have in common.</summary>
public static class JsonMembers
{
    /// <summary>A number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        ArgumentNullException.ThrowIfNull(json);

        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A point in time, or null.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString(name, WireTime.Text(value));
    }

    /// <summary>A list of texts; <c>[]</c> for none.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(values);

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A JSON value as it came, or null when it is undefined.</summary>
    public static void WriteElement(this Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(json);

        json.WritePropertyName(name);
        if (value.ValueKind is JsonValueKind.Undefined)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }
}
