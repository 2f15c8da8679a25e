using System.Collections;
using System.Globalization;

namespace Trellis;

/// <summary>Looks at a dictionary of any common kind as names and values, without reflection.</summary>
internal static class NamedMembers
{
    /// <summary>The members of <paramref name="value"/> in their order, or null when it is no dictionary.</summary>
    public static IEnumerable<KeyValuePair<string, object?>>? Of(object value) => value switch
    {
        IEnumerable<KeyValuePair<string, object?>> members => members,
        IEnumerable<KeyValuePair<string, string?>> members => members.Select(member => KeyValuePair.Create(member.Key, (object?)member.Value)),
        IDictionary dictionary => Read(dictionary),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Read(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return KeyValuePair.Create(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty, entry.Value);
    }
}
