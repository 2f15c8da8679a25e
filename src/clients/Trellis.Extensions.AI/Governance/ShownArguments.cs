using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>The arguments of a call as they are shown to ASCEND; an object that is no JSON is named by its type. ASCEND contract section 8.</summary>
internal static class ShownArguments
{
    public static JsonObject Of(AIFunctionArguments arguments) => Members(arguments);

    private static JsonObject Members(IEnumerable<KeyValuePair<string, object?>> members) =>
        new(members.Select(static member => KeyValuePair.Create(member.Key, Show(member.Value))));

    private static JsonNode? Show(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => Members((IEnumerable<KeyValuePair<string, object?>>)value),
        null or JsonNode or JsonElement or IConvertible or Guid or Uri or DateTimeOffset or TimeSpan => JsonValues.Convert(value),
        IEnumerable<object?> items => new JsonArray([.. items.Select(Show)]),
        _ => $"<{value.GetType().Name}>",
    };
}
