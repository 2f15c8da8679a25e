using System.Text;
using System.Text.Json;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Journal;

/// <summary>The payload of entries that this server writes: canonical JSON with <c>agent</c>, <c>did</c>, <c>tag</c>, <c>text</c> and <c>ts</c>.</summary>
internal static class JournalPayload
{
    /// <summary>Writes one.</summary>
    public static byte[] Of(string agent, string did, string? tag, string text, DateTimeOffset at) =>
        Encoding.ASCII.GetBytes(CompactJson.Of(JsonBytes.Object((agent, did, tag, text, at), static (json, entry) =>
        {
            json.WriteString("agent"u8, entry.agent);
            json.WriteString("did"u8, entry.did);
            json.WriteString("tag"u8, entry.tag);
            json.WriteString("text"u8, entry.text);
            json.WriteTime("ts"u8, entry.at);
        })));

    /// <summary>Reads one; nothing of what has another form.</summary>
    public static (string? Tag, string? Text) Read(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.ValueKind is JsonValueKind.Object ? (Member(json, "tag"), Member(json, "text")) : default;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static string? Member(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
        && value.GetString() is { } text
        && StorableText.IsValid(text)
            ? text
            : null;
}
