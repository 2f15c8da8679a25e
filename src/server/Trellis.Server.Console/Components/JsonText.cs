using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Console.Components;

/// <summary>JSON as people read it.</summary>
internal static class JsonText
{
    // The text is escaped for HTML where it is shown.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value over several lines.</summary>
    public static string Indent(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined ? "" : JsonSerializer.Serialize(value, Readable);
}
