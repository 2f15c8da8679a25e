namespace Trellis.Ascend;

/// <summary>The bands of risk scores. Contract section 3.2.</summary>
public enum RiskLevel
{
    /// <summary>0 to 44.</summary>
    Low,

    /// <summary>45 to 69.</summary>
    Medium,

    /// <summary>70 to 84.</summary>
    High,

    /// <summary>85 to 100.</summary>
    Critical,
}
