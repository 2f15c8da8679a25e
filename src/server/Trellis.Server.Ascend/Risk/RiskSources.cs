namespace Trellis.Server.Ascend.Risk;

/// <summary>The words for <see cref="RiskSource"/>.</summary>
internal static class RiskSources
{
    /// <summary>The word on the wire.</summary>
    public static string Word(RiskSource source) => source switch
    {
        RiskSource.Cvss => "cvss",
        RiskSource.Policy => "policy",
        RiskSource.CodeAnalysis => "code_analysis",
        RiskSource.PromptSecurity => "prompt_security",
        _ => "pipeline",
    };
}
