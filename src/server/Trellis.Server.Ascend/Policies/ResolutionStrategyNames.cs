namespace Trellis.Server.Ascend.Policies;

/// <summary>The strategies as the wire has them.</summary>
internal static class ResolutionStrategyNames
{
    /// <summary>All of them, in the order of the type.</summary>
    public static IReadOnlyList<string> All { get; } = ["MOST_RESTRICTIVE", "MOST_PERMISSIVE", "HIGHEST_PRIORITY", "FIRST_MATCH"];

    /// <summary>The word for a strategy.</summary>
    public static string Name(ResolutionStrategy strategy) => All[(int)strategy];

    /// <summary>Reads a word in any case; null when it is none.</summary>
    public static ResolutionStrategy? Read(string word)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Equals(word, StringComparison.OrdinalIgnoreCase))
                return (ResolutionStrategy)index;
        }

        return null;
    }
}
