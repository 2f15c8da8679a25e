using System.Globalization;
using System.Text.Json;

namespace Trellis.Server.Ascend.Risk;

/// <summary>Explains a score to people (contract, section 6.2). Made only when somebody asks.</summary>
internal static class RiskBreakdown
{
    /// <summary>Writes the explanation as an object.</summary>
    public static void Write(Utf8JsonWriter json, RiskAssessment assessment)
    {
        json.WriteStartObject();
        if (assessment.Hybrid is { } hybrid)
            Write(json, hybrid);
        else if (assessment.CvssProfile is { } profile)
            Write(json, profile);

        json.WriteString("reasoning"u8, ReasoningOf(assessment));
        json.WriteString("formula"u8, FormulaOf(assessment));
        json.WriteString("algorithm_version"u8, HybridScore.Version);
        json.WriteString("calculation_timestamp"u8, assessment.At.UtcDateTime);
        json.WriteBoolean("fallback_mode"u8, assessment.IsFallback);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HybridScore score)
    {
        json.WriteNumber("environment_score"u8, score.Environment);
        json.WriteNumber("sensitivity_score"u8, score.Sensitivity);
        json.WriteNumber("action_score"u8, score.Action);
        json.WriteNumber("context_score"u8, score.Context);
        json.WriteNumber("amplification_bonus"u8, score.Amplification);
        json.WriteNumber("resource_multiplier"u8, score.MultiplierPercent / 100.0);
    }

    private static void Write(Utf8JsonWriter json, CvssProfileScore score)
    {
        json.WriteNumber("cvss_base"u8, score.Base);
        json.WriteNumber("time_modifier"u8, score.Time);
        json.WriteNumber("data_modifier"u8, score.Data);
        json.WriteNumber("target_modifier"u8, score.Target);
        json.WriteNumber("volume_modifier"u8, score.Volume);
        json.WriteNumber("novelty_modifier"u8, score.Novelty);
    }

    private static string FormulaOf(RiskAssessment assessment)
    {
        if (assessment.Hybrid is { } h)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"min(({h.Environment} + {h.Sensitivity} + {h.Action} + {h.Context}) + {h.Amplification}, 100) × {h.MultiplierPercent / 100.0:0.00} = {h.Total}");
        }

        return assessment.CvssProfile is { } p
            ? string.Create(CultureInfo.InvariantCulture, $"min({p.Base} + {p.Time} + {p.Data} + {p.Target} + {p.Volume} + {p.Novelty}, 100) = {p.Total}")
            : string.Create(CultureInfo.InvariantCulture, $"fallback = {assessment.Score}");
    }

    private static string ReasoningOf(RiskAssessment assessment)
    {
        var cause = assessment switch
        {
            { Failure: not null } => "The risk engine failed, so the action counts as critical.",
            { IsFallback: true } => "The action's texts could not be read, so the score comes from its environment and verb alone.",
            { Source: RiskSource.PromptSecurity } => "The check of its prompts found the highest risk.",
            { Source: RiskSource.CodeAnalysis } => "The check of its commands and code found the highest risk.",
            { Source: RiskSource.Policy } => "A policy set the highest risk.",
            { Source: RiskSource.Cvss } => "The CVSS base score and its modifiers gave the highest risk.",
            { Hybrid: { } hybrid } when assessment.Score > hybrid.Total => "The caller hinted at a higher risk than the engine found.",
            { Hybrid: { } hybrid } => ReasonOf(hybrid),
            _ => "The caller hinted at a higher risk than the engine found.",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{cause} Score {assessment.Score}, level {RiskBands.Word(assessment.Level)}.");
    }

    private static string ReasonOf(HybridScore score)
    {
        var environment = score.Environment >= 30 ? "production or an unknown environment" : "an environment outside production";
        var data = score.Sensitivity switch { >= 20 => "sensitive data", >= 12 => "data about people or the business", _ => "ordinary data" };
        var action = score.Action switch { >= 20 => "a changing or deleting action", >= 15 => "an action with effects", _ => "a reading action" };
        return $"{action[..1].ToUpperInvariant()}{action[1..]} on {data} in {environment}.";
    }
}
