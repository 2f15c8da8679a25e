using System.Collections.Frozen;
using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Risk;

/// <summary>The action component: 0 to 25, by the verb in an action's type.</summary>
internal static class ActionVerbs
{
    /// <summary>The component for a verb that nobody knows.</summary>
    public const int Unknown = 19;

    private const int Highest = 25;
    private const int Reading = 10;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Scores = Table(
        (25, ["delete", "drop", "destroy", "terminate"]),
        (23, ["write", "put"]),
        (21, ["create", "update", "post"]),
        (19, ["modify", "patch"]),
        (16, ["execute", "run", "invoke"]),
        (12, ["scan"]),
        (10, ["read", "get", "query"]),
        (7, ["list", "describe"]));

    /// <summary>
    /// The component: of the last word, else of the first, else <see cref="Unknown"/>, which a word between them may raise but never lower
    /// (<c>database.drop_table</c>).
    /// </summary>
    /// <param name="actionType">The action's type.</param>
    /// <param name="known">Whether a verb was found.</param>
    public static int ScoreOf(ReadOnlySpan<char> actionType, out bool known)
    {
        int? first = null, last = null;
        var highest = 0;
        var isFirst = true;
        foreach (var range in actionType.SplitAny(ActionWords.Separators))
        {
            var word = actionType[range];
            if (word.IsEmpty)
                continue;

            last = Scores.TryGetValue(word, out var score) ? score : null;
            highest = Math.Max(highest, last ?? 0);
            if (isFirst)
                first = last;
            isFirst = false;
        }

        known = (last ?? first) is not null || highest > Unknown;
        return last ?? first ?? Math.Max(Unknown, highest);
    }

    /// <summary>Whether an action only looks: it has a verb that does, and none that does more.</summary>
    public static bool IsReading(ReadOnlySpan<char> actionType)
    {
        var reads = false;
        foreach (var range in actionType.SplitAny(ActionWords.Separators))
        {
            if (!Scores.TryGetValue(actionType[range], out var score))
                continue;
            if (score > Reading)
                return false;

            reads = true;
        }

        return reads;
    }

    /// <summary>The component when a CVSS base score stands in for the verb.</summary>
    public static int FromCvss(double cvssScore) => Math.Min((int)Math.Floor(cvssScore * 2.5), Highest);

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(params ReadOnlySpan<(int Score, string[] Verbs)> rows)
    {
        var table = new Dictionary<string, int>();
        foreach (var (score, verbs) in rows)
        {
            foreach (var verb in verbs)
                table.Add(verb, score);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
