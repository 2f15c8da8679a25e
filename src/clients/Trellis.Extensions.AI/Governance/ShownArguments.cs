using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>The arguments of a call as they are shown to ASCEND; what JSON does not know is named by its type. ASCEND contract section 8.</summary>
internal static class ShownArguments
{
    public static JsonObject Of(AIFunctionArguments arguments) => new(arguments.Select(static argument =>
        KeyValuePair.Create(argument.Key, JsonValues.TryConvert(argument.Value, out var node) ? node : $"<{argument.Value!.GetType().Name}>")));
}
