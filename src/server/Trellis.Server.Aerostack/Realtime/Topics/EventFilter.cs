using System.Text.Json;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>Which events of a topic a subscriber wants: those whose data have these members with these values (contract, section 10.3).</summary>
internal sealed class EventFilter
{
    private readonly IReadOnlyList<(string Name, JsonElement Value)> _members;

    /// <summary>Keeps a copy of the members of an object.</summary>
    public EventFilter(JsonElement filter) =>
        _members = [.. filter.EnumerateObject().Select(static member => (member.Name, member.Value.Clone()))];

    /// <summary>Whether an event with these data is wanted.</summary>
    public bool Matches(JsonElement data)
    {
        if (_members.Count > 0 && data.ValueKind is not JsonValueKind.Object)
            return false;

        foreach (var (name, value) in _members)
        {
            if (!data.TryGetProperty(name, out var found) || !JsonElement.DeepEquals(found, value))
                return false;
        }

        return true;
    }
}
