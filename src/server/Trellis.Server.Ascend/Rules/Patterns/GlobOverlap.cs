namespace Trellis.Server.Ascend.Rules.Patterns;

/// <summary>Whether two patterns with wildcards have a text in common.</summary>
internal static class GlobOverlap
{
    /// <summary>Whether some text matches both.</summary>
    public static bool Exists(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        // reachable[j]: some text matches both the first i symbols of one and the first j of the other.
        var reachable = new bool[other.Length + 1];
        var previous = new bool[other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            (previous, reachable) = (reachable, previous);
            for (var j = 0; j <= other.Length; j++)
            {
                var oneIsRun = i > 0 && one[i - 1] == GlobPattern.AnyRun;
                var otherIsRun = j > 0 && other[j - 1] == GlobPattern.AnyRun;
                reachable[j] = (i == 0 && j == 0)
                    || (oneIsRun && (previous[j] || (j > 0 && reachable[j - 1])))
                    || (otherIsRun && (reachable[j - 1] || (i > 0 && previous[j])))
                    || (i > 0 && j > 0 && previous[j - 1] && AreCompatible(one[i - 1], other[j - 1]));
            }
        }

        return reachable[other.Length];
    }

    private static bool AreCompatible(int one, int other) =>
        one >= 0 && other >= 0 ? one == other : one != GlobPattern.AnyRun && other != GlobPattern.AnyRun;
}
