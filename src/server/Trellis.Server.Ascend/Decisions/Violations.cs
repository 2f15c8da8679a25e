using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>Everything that a denied action violates, not only what came first.</summary>
internal static class Violations
{
    /// <summary>The violations, in sentences; the verdict's reason where it is the only one.</summary>
    public static IReadOnlyList<string> Of(DecisionInput input, Verdict verdict)
    {
        var violations = new List<string>();
        foreach (var block in input.ContentBlocks)
        {
            violations.Add(block.Reason);
            violations.AddRange(block.Findings);
        }

        violations.AddRange(input.ScopeViolations);
        if (input.Rules.PolicyEffect is PolicyEffect.Deny)
        {
            foreach (var policy in input.Rules.Deciding)
                violations.Add(Reasons.PolicyBlocks(policy));
        }

        foreach (var rule in input.Rules.SmartRules)
        {
            if (SmartRuleActions.Effect(rule.EffectiveAction) is PolicyEffect.Deny)
                violations.Add(Reasons.SmartRuleBlocks(rule));
        }

        if (violations.Count == 0)
            violations.Add(verdict.Reason);
        return violations;
    }
}
