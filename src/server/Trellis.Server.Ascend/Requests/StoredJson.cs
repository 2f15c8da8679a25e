using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Ascend.Requests;

/// <summary>Objects that a text column keeps, because no query looks into them.</summary>
internal static class StoredJson
{
    /// <summary>The text of an object whose members <paramref name="write"/> writes.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads such an object. What is read must not keep the element.</summary>
    public static T Read<T>(string text, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(text);
        return read(document.RootElement);
    }
}
