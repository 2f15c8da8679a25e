namespace Trellis.Ascend;

/// <summary>Which components are wanted. Members that are <see langword="null"/> choose nothing.</summary>
public sealed record ComponentFilter
{
    /// <summary>What kind of thing.</summary>
    public string? ComponentType { get; init; }

    /// <summary>The word for the risk.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>Only those with known weaknesses, or without.</summary>
    public bool? HasVulnerabilities { get; init; }

    /// <summary>Only those in use.</summary>
    public bool? ActiveOnly { get; init; }
}
