using System.Text.Json;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Documents on the wire.</summary>
internal static class DocumentJson
{
    /// <summary>Writes a document and how well it fits.</summary>
    public static void WriteDocument(this Utf8JsonWriter json, Document document, double score)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, document.Id);
        json.WriteString("content"u8, Beginning(document.Content));
        json.WriteNumber("score"u8, score);
        json.WriteString("type"u8, document.Type);
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(document.Metadata, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static string Beginning(string content)
    {
        if (content.Length <= SearchLimits.ShownContent)
            return content;

        // Not between the two halves of one character.
        var end = char.IsHighSurrogate(content[SearchLimits.ShownContent - 1]) ? SearchLimits.ShownContent - 1 : SearchLimits.ShownContent;
        return content[..end];
    }
}
