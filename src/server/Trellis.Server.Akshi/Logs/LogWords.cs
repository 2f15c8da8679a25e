namespace Trellis.Server.Akshi.Logs;

/// <summary>The words of the levels (contract, section 2.4).</summary>
internal static class LogWords
{
    /// <summary>All of them, rising.</summary>
    public static IReadOnlyList<string> All { get; } = ["trace", "debug", "info", "warn", "error"];

    /// <summary>The word of a level.</summary>
    public static string Of(LogSeverity severity) => All[(int)severity];

    /// <summary>The level of a word; null when it is none.</summary>
    public static LogSeverity? Parse(string word)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index] == word)
                return (LogSeverity)index;
        }

        return null;
    }
}
