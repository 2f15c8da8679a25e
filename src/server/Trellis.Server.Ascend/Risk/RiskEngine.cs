using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Controls;
using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Risk;

/// <summary>Judges actions (contract, sections 3.2, 6.2 and 6.3). Never throws: what cannot be judged is judged to be dangerous.</summary>
/// <remarks>Safe for concurrent use. A typical action costs a few microseconds; explanations are only written when somebody asks for them.</remarks>
internal static class RiskEngine
{
    /// <summary>
    /// Judges an action. The score is the highest of what the profile, the prompt check and the code check say; a <c>risk_level</c> at the
    /// top or in the context raises it at most to the lowest score of that level. Scores that the caller sends are not looked at.
    /// </summary>
    public static RiskAssessment Assess(ProposedAction action, RiskProfile profile)
    {
        var known = ActionCatalog.Find(action.ActionType);
        var controls = ControlMapping.For(known.Class, action.NistControl, action.MitreTactic);
        try
        {
            return AssessReadable(action, profile, known, controls);
        }
        catch (InvalidOperationException)
        {
            // A text that holds half of a surrogate pair is not Unicode and cannot be looked at.
            return RiskAssessment.Fallback(action, known, controls);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return RiskAssessment.CriticalFailure(action, known, controls, exception);
        }
    }

    private static RiskAssessment AssessReadable(ProposedAction action, RiskProfile profile, CatalogedAction known, ActionControls controls)
    {
        var reading = ActionReading.Of(action, known.Class);
        try
        {
            return Judge(action, profile, known, controls, ref reading);
        }
        finally
        {
            reading.Dispose();
        }
    }

    private static RiskAssessment Judge(
        ProposedAction action, RiskProfile profile, CatalogedAction known, ActionControls controls, ref ActionReading reading)
    {
        var facts = reading.Facts;
        var multiplier = ResourceMultipliers.Of(action.Resource, facts.ResourceType);
        return new RiskAssessment
        {
            At = action.At,
            Cvss = known.Cvss,
            Controls = controls,
            Prompts = reading.CheckPrompts(),
            Code = reading.CheckCode(),
            Hint = Higher(facts.RiskLevel, action.StatedLevel),
            Hybrid = profile == RiskProfile.Hybrid ? HybridScoreOf(action, known, reading, multiplier) : null,
            CvssProfile = profile == RiskProfile.Cvss ? CvssProfileScore.Of(action, known, facts, multiplier) : null,
        }.Conclude();
    }

    private static RiskLevel? Higher(RiskLevel? one, RiskLevel? other) => one is null || other > one ? other ?? one : one;

    private static HybridScore HybridScoreOf(ProposedAction action, CatalogedAction known, in ActionReading reading, int multiplier)
    {
        var facts = reading.Facts;
        var indicators = action.Indicators;
        var keyword = SensitivityKeywords.Find(reading.Names);
        var sensitivity = SensitivityScore.Of(
            indicators.PiiInvolved || facts.ContainsPii,
            keyword,
            reading.HoldsSensitiveData(),
            indicators.FinancialData || indicators.ExternalTransfer || SensitivityScore.IsSensitive(indicators.DataSensitivity),
            facts.Synthetic || SensitivityKeywords.SaysSynthetic(reading.Names));
        var context = facts switch { { Maintenance: true } => 3, { PeakHours: true } => 10, _ => 8 };
        return new(EnvironmentScore.Of(action.Environment), sensitivity, ActionScoreOf(action.ActionType, known), context, multiplier);
    }

    // A listed type without a known verb is judged by its CVSS score, but never milder than an unknown verb.
    private static int ActionScoreOf(string actionType, CatalogedAction known)
    {
        var score = ActionVerbs.ScoreOf(actionType, out var isKnown);
        return !isKnown && known.IsListed ? Math.Max(score, ActionVerbs.FromCvss(known.Cvss.Value)) : score;
    }
}
