using System.Collections.Frozen;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Refuses members that a more tolerant JSON reader behind this server could take for ones that were checked and priced here.</summary>
internal static class MemberNames
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal, "model", "messages", "stream", "stream_options", "n", "max_tokens", "max_completion_tokens", "tools", "functions");

    public static void Check(JsonElement body, RequestMembers members)
    {
        foreach (var member in body.EnumerateObject())
        {
            if (member.NameEquals("models"u8))
            {
                members.Refuse("models", "is not supported; name one model with 'model'.", "unsupported_parameter");
            }
            else if (!Known.Contains(member.Name) && Known.Contains(Fold(member.Name)))
            {
                members.Refuse(member.Name, $"is not a parameter; write '{Fold(member.Name)}'.", "unknown_parameter");
            }
        }
    }

    // Go's encoding/json compares names by Unicode's simple folding, where the long s and the Kelvin sign are letters of ASCII.
    private static string Fold(string name) => name.ToLowerInvariant().Replace('\u017F', 's').Replace('\u212A', 'k');
}
