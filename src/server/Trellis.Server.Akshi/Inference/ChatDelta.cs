using System.Text.Json;

namespace Trellis.Server.Akshi.Inference;

/// <summary>Reads the text out of the events of a streamed chat, which come whole and may come several at a time.</summary>
internal static class ChatDelta
{
    /// <summary>The pieces of text in a piece of the stream, in their order; events without text give none.</summary>
    public static IEnumerable<string> Read(ReadOnlyMemory<byte> events)
    {
        var texts = new List<string>();
        var rest = events.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.StartsWith("data:"u8) && TextOf(line["data:"u8.Length..]) is { Length: > 0 } text)
                texts.Add(text);
        }

        return texts;
    }

    private static string? TextOf(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("choices"u8, out var choices)
                && choices is { ValueKind: JsonValueKind.Array } && choices.GetArrayLength() > 0
                && choices[0].TryGetProperty("delta"u8, out var delta)
                && delta.ValueKind is JsonValueKind.Object
                && delta.TryGetProperty("content"u8, out var content) && content.ValueKind is JsonValueKind.String
                    ? content.GetString()
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The terminator "[DONE]" is no JSON, and an event of a shape that is not known holds no text for us.
            return null;
        }
    }
}
