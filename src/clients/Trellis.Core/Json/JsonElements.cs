using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis;

/// <summary>Makes <see cref="JsonElement"/> values of the framework's other form of JSON.</summary>
internal static class JsonElements
{
    /// <summary>A copy of <paramref name="node"/> that needs no document to live.</summary>
    public static JsonElement Of(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
