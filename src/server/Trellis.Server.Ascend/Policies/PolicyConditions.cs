using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Policies;

/// <summary>What an action must be like for a policy to concern it. All of them have to hold; none at all is met by every action.</summary>
internal sealed record PolicyConditions
{
    /// <summary>Every action.</summary>
    public static PolicyConditions None { get; } = new();

    /// <summary>Conditions on what the action says, at most one for each field.</summary>
    public IReadOnlyList<TextCondition> Texts { get; init; } = [];

    /// <summary>The risk score has to be higher; null for any.</summary>
    public decimal? RiskAbove { get; init; }

    /// <summary>The risk score has to be lower; null for any.</summary>
    public decimal? RiskBelow { get; init; }

    /// <summary>The stated amount has to be higher; null for any and for none.</summary>
    public decimal? AmountAbove { get; init; }

    /// <summary>The time has to be right; null for any.</summary>
    public TimeWindow? Time { get; init; }

    /// <summary>The conditions as they were written: a JSON object.</summary>
    public string Json { get; init; } = "{}";

    /// <summary>Whether an action meets all of them.</summary>
    public bool AreMet(RuleFacts facts)
    {
        if (facts.RiskScore <= RiskAbove || facts.RiskScore >= RiskBelow)
            return false;

        for (var index = 0; index < Texts.Count; index++)
        {
            if (!Texts[index].IsMet(facts))
                return false;
        }

        // What has to be found out comes last.
        return (AmountAbove is not { } limit || facts.Amount > limit)
            && (Time is null || Time.IsMet(facts.At));
    }
}
