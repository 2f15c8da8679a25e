namespace Trellis.Server.Ascend.Risk;

/// <summary>Which signal a final score comes from (<c>risk_score_source</c>; contract, section 2.3).</summary>
internal enum RiskSource
{
    /// <summary>The hybrid engine, or a hint of the caller that raised what it said.</summary>
    Pipeline,

    /// <summary>The CVSS profile.</summary>
    Cvss,

    /// <summary>A policy.</summary>
    Policy,

    /// <summary>The check of commands and code.</summary>
    CodeAnalysis,

    /// <summary>The check of prompts.</summary>
    PromptSecurity,
}
