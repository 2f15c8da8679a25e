using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Turns values of any type that has a JSON contract into JSON, without reflecting on them.</summary>
internal static class JsonValues
{
    /// <summary>Whether the value's type has a contract.</summary>
    public static bool TryConvert(object? value, out JsonNode? node)
    {
        node = null;
        switch (value)
        {
            case null:
                return true;
            case JsonNode tree:
                node = tree.DeepClone();
                return true;
        }

        if (!AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var type))
        {
            return false;
        }

        try
        {
            node = JsonSerializer.SerializeToNode(value, type);
            return true;
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            // Its type has a contract, but one of what it holds has none.
            return false;
        }
    }

    /// <summary>The value as JSON; its text where its type has no contract.</summary>
    public static JsonNode? Convert(object? value) => TryConvert(value, out var node) ? node : value!.ToString();
}
