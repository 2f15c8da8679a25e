namespace Trellis.Ascend;

/// <summary>The risk of actions that belong together. Contract section 2.13.</summary>
public sealed record SessionRisk : AscendAnswer
{
    /// <summary>The session.</summary>
    public string SessionId { get; init => field = value ?? ""; } = "";

    /// <summary>The risk of all together.</summary>
    public double? CumulativeRiskScore { get; init; }

    /// <summary>The highest risk of one.</summary>
    public double? MaxRiskScore { get; init; }

    /// <summary>How many there are.</summary>
    public int? ActionCount { get; init; }
}
