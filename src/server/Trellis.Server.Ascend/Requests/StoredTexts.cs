using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Ascend.Requests;

/// <summary>Lists of texts that a text column keeps as a JSON array.</summary>
internal static class StoredTexts
{
    /// <summary>The text of a list.</summary>
    public static string Text(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return "[]";

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads such a list.</summary>
    public static IReadOnlyList<string> Parse(string stored) => stored == "[]"
        ? []
        : StoredJson.Read(stored, static list => list.EnumerateArray().Select(static element => element.GetString()!).ToArray());
}
