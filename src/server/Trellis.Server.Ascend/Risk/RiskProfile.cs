namespace Trellis.Server.Ascend.Risk;

/// <summary>Which model turns an action into a score (contract, section 6.2).</summary>
internal enum RiskProfile
{
    /// <summary>The hybrid engine 2.0.0: environment, sensitivity, action and context. The default.</summary>
    Hybrid,

    /// <summary>Ten times the CVSS base score, plus modifiers.</summary>
    Cvss,
}
