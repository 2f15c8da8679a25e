using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>Puts typed members beside a caller's own.</summary>
internal static class MemberMerge
{
    /// <summary>The typed members that have a value, and the caller's own, which win; the caller's object itself if there are no others.</summary>
    public static JsonObject? Merge(JsonObject? custom, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        JsonObject? merged = null;
        foreach (var (name, value) in members)
        {
            if (value is not null && custom?.ContainsKey(name) != true)
            {
                merged ??= (JsonObject?)custom?.DeepClone() ?? [];
                merged[name] = value;
            }
        }

        return merged ?? custom;
    }
}
