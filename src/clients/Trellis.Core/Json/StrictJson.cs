using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Trellis;

/// <summary>The strict reading of answers (<see cref="ClientOptions.StrictResponses"/>).</summary>
internal static class StrictJson
{
    /// <summary>Options as <paramref name="context"/> has them, save that a type which keeps unknown members refuses them.</summary>
    public static JsonSerializerOptions From(JsonSerializerContext context) => new(context.Options)
    {
        TypeInfoResolver = context.WithAddedModifier(RefuseUnknownMembers),
    };

    private static void RefuseUnknownMembers(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].IsExtensionData)
            {
                type.Properties.RemoveAt(index);
                type.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            }
        }
    }
}
