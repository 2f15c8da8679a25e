namespace Trellis.Server.Ascend.Risk;

/// <summary>How risky an action is, in the four steps that the wire knows.</summary>
internal enum RiskLevel
{
    /// <summary>A score from 0 to 44.</summary>
    Low,

    /// <summary>A score from 45 to 69.</summary>
    Medium,

    /// <summary>A score from 70 to 84.</summary>
    High,

    /// <summary>A score from 85 to 100.</summary>
    Critical,
}
