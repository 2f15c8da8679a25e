using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Requests;

/// <summary>For objects that must not have members that nobody reads, because their author would be wrong about what they do.</summary>
internal static class KnownNames
{
    private const int LongestToTell = 64;

    /// <summary>Notes every member whose name is not among the known ones; an undefined object has none.</summary>
    public static void RefuseOthers(JsonElement json, IReadOnlySet<string> known, FieldErrors errors)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return;

        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                errors.Add(ToTell(member.Name), "is not known");
        }
    }

    /// <summary>A name, cut short where a whole document was sent as one.</summary>
    public static string ToTell(string name) => name.Length <= LongestToTell ? name : string.Concat(name.AsSpan(0, LongestToTell), "…");
}
