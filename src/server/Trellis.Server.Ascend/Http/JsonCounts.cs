using System.Text.Json;

namespace Trellis.Server.Ascend.Http;

/// <summary>Counts for statistics.</summary>
internal static class JsonCounts
{
    /// <summary>An object with how many items there are of each kind, the kinds in alphabetical order.</summary>
    public static void WriteCounts<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Func<T, string> kindOf)
    {
        json.WriteStartObject(name);
        foreach (var (kind, count) in items.CountBy(kindOf).OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(kind, count);
        json.WriteEndObject();
    }
}
