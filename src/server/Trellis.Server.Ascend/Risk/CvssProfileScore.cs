using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Risk;

/// <summary>The score under <see cref="RiskProfile.Cvss"/>: ten times the base score, plus modifiers (contract, section 6.2).</summary>
/// <param name="Base">Ten times the CVSS base score.</param>
/// <param name="Time">After hours 10, weekend 10, holiday 15; they add up. Business hours are 08:00 to 18:00 UTC.</param>
/// <param name="Data">What the data are: internal 5, confidential 10, personal 15, health or card data 20.</param>
/// <param name="Target">An external receiver 10, a production database 10, an administrator's system 15; they add up.</param>
/// <param name="Volume">From 100 records on 5, from 1,000 on 10, from 10,000 on 15.</param>
/// <param name="Novelty">A first action of its kind, as the context says: 5.</param>
internal readonly record struct CvssProfileScore(int Base, int Time, int Data, int Target, int Volume, int Novelty)
{
    /// <summary>The score: 0 to 100.</summary>
    public int Total => Math.Min(Base + Time + Data + Target + Volume + Novelty, 100);

    /// <summary>Scores an action.</summary>
    public static CvssProfileScore Of(ProposedAction action, CatalogedAction known, in ContextFacts facts, int multiplierPercent) => new(
        (int)Math.Round(known.Cvss.Value * 10),
        TimeOf(action.At.UtcDateTime, facts),
        DataOf(action.Indicators, facts),
        TargetOf(action, known.Class, multiplierPercent),
        facts.BatchSize switch { >= 10_000 => 15, >= 1_000 => 10, >= 100 => 5, _ => 0 },
        facts.FirstTime ? 5 : 0);

    private static int TimeOf(DateTime at, in ContextFacts facts)
    {
        var score = facts.AfterHours || at.Hour is < 8 or >= 18 ? 10 : 0;
        score += at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 10 : 0;
        return score + (facts.Holiday ? 15 : 0);
    }

    private static int DataOf(RiskIndicators indicators, in ContextFacts facts)
    {
        var score = facts.DataClassification?.ToLowerInvariant() switch
        {
            "phi" or "pci" => 20,
            "pii" => 15,
            "confidential" or "financial" or "secret" => 10,
            "internal" => 5,
            _ => 0,
        };
        foreach (var flag in indicators.ComplianceFlags)
        {
            if (flag.StartsWith("HIPAA", StringComparison.OrdinalIgnoreCase) || flag.StartsWith("PCI", StringComparison.OrdinalIgnoreCase))
                score = 20;
        }

        return indicators.PiiInvolved || facts.ContainsPii ? Math.Max(score, 15) : score;
    }

    private static int TargetOf(ProposedAction action, ActionClass actionClass, int multiplierPercent)
    {
        const int OfDatabase = 115;
        var score = action.Indicators.ExternalTransfer ? 10 : 0;
        score += EnvironmentScore.IsProduction(action.Environment) && multiplierPercent >= OfDatabase ? 10 : 0;
        var isAdministrative = actionClass == ActionClass.Privilege || action.Resource.Contains("admin", StringComparison.OrdinalIgnoreCase);
        return score + (isAdministrative ? 15 : 0);
    }
}
