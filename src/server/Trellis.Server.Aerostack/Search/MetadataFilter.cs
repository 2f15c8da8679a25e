using System.Text.Json;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Which documents a question is about: those of some kinds, whose metadata have some values (contract, section 2.2.5).</summary>
/// <param name="types">The kinds; null for any.</param>
/// <param name="members">The values, an object; undefined for any.</param>
internal sealed class MetadataFilter(IReadOnlyList<string>? types, JsonElement members)
{
    private const string TypeMember = "type";

    /// <summary>Whether a document is one of them.</summary>
    public bool Matches(Candidate candidate)
    {
        if (types is { Count: > 0 } && !types.Contains(candidate.Type, StringComparer.Ordinal))
            return false;
        if (members.ValueKind is not JsonValueKind.Object || members.GetPropertyCount() == 0)
            return true;

        using var metadata = JsonDocument.Parse(candidate.Metadata);
        foreach (var member in members.EnumerateObject())
        {
            var isThere = metadata.RootElement.TryGetProperty(member.Name, out var value)
                ? JsonElement.DeepEquals(value, member.Value)
                : member.NameEquals(TypeMember) && member.Value.ValueKind is JsonValueKind.String && member.Value.ValueEquals(candidate.Type);
            if (!isThere)
                return false;
        }

        return true;
    }
}
