using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Cli;

/// <summary>Prints an answer as JSON: indented by two, in ASCII alone, so that it survives any terminal and pipe.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = Indented with { Indented = false };

    public static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> typeInfo) => Write(output, value, typeInfo, Indented);

    /// <summary>On one line, for one value of many.</summary>
    public static void WriteLine<T>(TextWriter output, T value, JsonTypeInfo<T> typeInfo) => Write(output, value, typeInfo, Compact);

    private static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> typeInfo, JsonWriterOptions layout)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, layout))
        {
            JsonSerializer.Serialize(writer, value, typeInfo);
        }

        output.WriteLine(EscapeNonAscii(Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }

    /// <summary>Outside its strings JSON is ASCII, so every other character can be escaped where it stands.</summary>
    internal static string EscapeNonAscii(string json)
    {
        if (Ascii.IsValid(json))
        {
            return json;
        }

        var escaped = new StringBuilder(json.Length + 16);
        foreach (var c in json)
        {
            if (char.IsAscii(c)) escaped.Append(c);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }
}
