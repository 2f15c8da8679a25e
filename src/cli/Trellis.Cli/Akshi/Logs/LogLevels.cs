namespace Trellis.Cli.Akshi.Logs;

/// <summary>The levels of the log, from the least to the most. Contract section 2.4.</summary>
internal static class LogLevels
{
    public static IReadOnlyList<string> Names { get; } = ["trace", "debug", "info", "warn", "error"];

    /// <summary>How much a level matters. One that this version does not know matters most: nothing is hidden by mistake.</summary>
    public static int RankOf(string? level)
    {
        for (var rank = 0; rank < Names.Count; rank++)
        {
            if (Names[rank] == level) return rank;
        }

        return int.MaxValue;
    }
}
