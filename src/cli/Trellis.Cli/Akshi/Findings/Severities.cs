using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Findings;

/// <summary>How much findings matter, in order. Contract section 4.2.</summary>
internal static class Severities
{
    private static readonly (string Word, int Rank)[] Known =
    [
        ("info", 0), ("low", 1), ("medium", 2), ("warning", 2), ("high", 3), ("critical", 4),
    ];

    /// <summary>A severity as an option gives it, by its rank.</summary>
    public static SettingFormat<int> Format { get; } = SettingFormats.Choice(Known);

    /// <summary>A severity as an option gives it, by its word.</summary>
    public static SettingFormat<string> Words { get; } = SettingFormats.Choice([.. Known.Select(static known => (known.Word, known.Word))]);

    /// <summary>How much a finding matters. A word that this version does not know matters most: nothing is hidden by mistake.</summary>
    public static int RankOf(FindingSeverity? severity)
    {
        foreach (var (word, rank) in Known)
        {
            if (severity?.ToString() == word) return rank;
        }

        return int.MaxValue;
    }
}
