namespace Trellis.Server.Console.Actions;

/// <summary>The parts of a score: those of the hybrid engine or those of the CVSS profile.</summary>
internal sealed record RiskParts
{
    public int? EnvironmentScore { get; init; }

    public int? SensitivityScore { get; init; }

    public int? ActionScore { get; init; }

    public int? ContextScore { get; init; }

    public int? AmplificationBonus { get; init; }

    public double? ResourceMultiplier { get; init; }

    public double? CvssBase { get; init; }

    public double? TimeModifier { get; init; }

    public double? DataModifier { get; init; }

    public double? TargetModifier { get; init; }

    public double? VolumeModifier { get; init; }

    public double? NoveltyModifier { get; init; }

    /// <summary>In a sentence.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>How the parts make the score.</summary>
    public string Formula { get; init; } = "";

    /// <summary>Whether the action could not be read, so that the parts are missing.</summary>
    public bool FallbackMode { get; init; }

    /// <summary>The parts that are added up, each with the most that it can be.</summary>
    public IReadOnlyList<(string Name, double Value, double Most)> Bars => EnvironmentScore is not null
        ? [
            ("Environment", EnvironmentScore ?? 0, 35),
            ("Sensitivity", SensitivityScore ?? 0, 30),
            ("Action", ActionScore ?? 0, 25),
            ("Context", ContextScore ?? 0, 10),
            ("Amplification", AmplificationBonus ?? 0, 10),
        ]
        : CvssBase is not null
            ? [
                ("CVSS base", CvssBase ?? 0, 100),
                ("Time", TimeModifier ?? 0, 100),
                ("Data", DataModifier ?? 0, 100),
                ("Target", TargetModifier ?? 0, 100),
                ("Volume", VolumeModifier ?? 0, 100),
                ("Novelty", NoveltyModifier ?? 0, 100),
            ]
            : [];
}
