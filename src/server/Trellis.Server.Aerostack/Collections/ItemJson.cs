using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>Items on the wire: the caller's members, and those that the server gives.</summary>
internal static class ItemJson
{
    private static readonly string[] Given = ["id", "createdAt", "updatedAt"];

    /// <summary>Writes an item as an object.</summary>
    public static void WriteItem(this Utf8JsonWriter json, Item item)
    {
        json.WriteStartObject();
        json.WriteItemMembers(item);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of an item.</summary>
    public static void WriteItemMembers(this Utf8JsonWriter json, Item item)
    {
        json.WriteString("id"u8, item.Id);
        using var data = JsonDocument.Parse(item.Data);
        foreach (var member in data.RootElement.EnumerateObject())
            member.WriteTo(json);
        json.WriteTime("createdAt"u8, item.CreatedAt);
        json.WriteTime("updatedAt"u8, item.UpdatedAt);
    }

    /// <summary>The item as one JSON value.</summary>
    public static JsonElement Element(Item item) => JsonElement.Parse(JsonBytes.Of(item, static (json, item) => json.WriteItem(item)));

    /// <summary>What is kept of what a caller sent: everything but what the server gives.</summary>
    /// <param name="before">What is kept already; null for a new item.</param>
    /// <param name="sent">What was sent: its members take the place of those. Undefined for nothing.</param>
    /// <exception cref="InvalidOperationException">A text is not Unicode.</exception>
    public static string Merge(string? before, JsonElement sent) => JsonText.Of((before, sent), static (json, item) =>
    {
        var isObject = item.sent.ValueKind is JsonValueKind.Object;
        json.WriteStartObject();
        if (item.before is not null)
        {
            using var kept = JsonDocument.Parse(item.before);
            foreach (var member in kept.RootElement.EnumerateObject().Where(member => !(isObject && item.sent.TryGetProperty(member.Name, out _))))
                member.WriteTo(json);
        }

        if (isObject)
        {
            foreach (var member in item.sent.EnumerateObject().Where(static member => !Given.Contains(member.Name, StringComparer.Ordinal)))
                member.WriteTo(json);
        }

        json.WriteEndObject();
    });
}
