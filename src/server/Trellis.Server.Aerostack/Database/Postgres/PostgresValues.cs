using System.Text.Json;

namespace Trellis.Server.Aerostack.Database.Postgres;

/// <summary>Writes values, which PostgreSQL sends as text, as JSON by their types.</summary>
internal static class PostgresValues
{
    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="type">PostgreSQL's own name of the type, such as <c>int8</c>.</param>
    /// <param name="text">The value; null for NULL.</param>
    public static void Write(Utf8JsonWriter json, string type, string? text)
    {
        switch (type)
        {
            case var _ when text is null:
                json.WriteNullValue();
                break;
            case "int2" or "int4" or "int8":
                json.WriteRawValue(text, skipInputValidation: true);
                break;
            case "float4" or "float8" or "numeric" when text.AsSpan().ContainsAny("NI"):
                json.WriteNullValue();
                break;
            case "float4" or "float8" or "numeric":
                json.WriteRawValue(text);
                break;
            case "bool":
                json.WriteBooleanValue(text == "t");
                break;
            case "json" or "jsonb":
                json.WriteRawValue(text);
                break;
            case "bytea" when text.StartsWith("\\x", StringComparison.Ordinal):
                json.WriteBase64StringValue(Convert.FromHexString(text.AsSpan(2)));
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }
}
