using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>
/// The decision order (contract, section 6.4): what is blocked is denied; what a policy, a rule, the caller or the agent's trust wants a
/// person for waits, however low its risk; below the automatic threshold it is approved; from the maximum on it waits (or is denied); in
/// between it is approved (or waits).
/// </summary>
internal static class DecisionRules
{
    /// <summary>Decides about an action.</summary>
    public static Decision Decide(DecisionInput input)
    {
        var verdict = Judge(input, TrustEffect.OnThresholds(input.TrustLevel, input.Thresholds));
        var decision = new Decision
        {
            Verdict = verdict,
            Shadow = input.ShadowThresholds is { } shadow ? Judge(input, TrustEffect.OnThresholds(input.TrustLevel, shadow)) : null,
            PolicyDecision = input.Rules.PolicyEffect is { } effect ? PolicyEffectNames.Action(effect) : null,
        };

        return decision.Status switch
        {
            DecisionStatus.Denied => decision with { Violations = Violations.Of(input, verdict) },
            DecisionStatus.PendingApproval => ApprovalDemands.Add(decision, input),
            _ => decision,
        };
    }

    private static Verdict Judge(DecisionInput input, AgentThresholds thresholds) =>
        Denial(input, thresholds) ?? Escalation(input) ?? Approval(input, thresholds);

    private static Verdict? Denial(DecisionInput input, AgentThresholds thresholds)
    {
        if (input.ContentBlocks.Count > 0)
            return Denied(input.ContentBlocks[0].Source, input.ContentBlocks[0].Reason);
        if (input.ScopeViolations.Count > 0)
            return Denied(DecisionSource.Policy, input.ScopeViolations[0]);
        if (input.Rules.PolicyEffect is PolicyEffect.Deny)
            return Denied(DecisionSource.Policy, Reasons.PolicyBlocks(input.Rules.Deciding[0]));
        if (input.Rules.StrictestSmartRule is { } rule && SmartRuleActions.Effect(rule.EffectiveAction) is PolicyEffect.Deny)
            return Denied(DecisionSource.SmartRule, Reasons.SmartRuleBlocks(rule));
        if (input.RiskScore >= thresholds.MaxRiskThreshold && input.Settings.AboveMax is AboveMaximum.Deny)
            return Denied(DecisionSource.Threshold, Reasons.AboveMaximum(input.RiskScore, thresholds));

        return null;
    }

    private static Verdict? Escalation(DecisionInput input)
    {
        if (input.Rules.PolicyEffect is PolicyEffect.Escalate)
            return new(EnforcementDecision.Escalated, DecisionSource.Policy, Reasons.PolicyEscalates(input.Rules.Deciding[0]));
        if (input.Rules.StrictestSmartRule is { } rule && SmartRuleActions.Effect(rule.EffectiveAction) is PolicyEffect.Escalate)
            return new(EnforcementDecision.Escalated, DecisionSource.SmartRule, Reasons.SmartRuleEscalates(rule));

        return null;
    }

    private static Verdict Approval(DecisionInput input, AgentThresholds thresholds)
    {
        var score = input.RiskScore;
        var needsPerson = PersonDemanded(input);
        if (score >= thresholds.MaxRiskThreshold)
            return Pending(DecisionSource.Threshold, Reasons.AboveMaximum(score, thresholds));
        if (needsPerson is not null)
            return needsPerson.Value;
        if (score < thresholds.AutoApproveBelow)
            return Approved(DecisionSource.Threshold, Reasons.BelowAutomatic(score, thresholds));
        if (input.Settings.BetweenThresholds is BetweenThresholds.Allow)
            return Approved(DecisionSource.Threshold, Reasons.Between(score, thresholds));

        return input.Rules.PolicyEffect is PolicyEffect.Allow
            ? Approved(DecisionSource.Policy, Reasons.PolicyAllows(input.Rules.Deciding[0]))
            : Pending(DecisionSource.Threshold, Reasons.NotBelowAutomatic(score, thresholds));
    }

    private static Verdict? PersonDemanded(DecisionInput input)
    {
        if (input.Rules.PolicyEffect is PolicyEffect.RequireApproval)
            return Pending(DecisionSource.Policy, Reasons.PolicyRequiresApproval(input.Rules.Deciding[0]));
        if (input.Rules.StrictestSmartRule is { } rule)
            return Pending(DecisionSource.SmartRule, Reasons.SmartRuleRequiresApproval(rule));
        if (input.RequiresHumanApproval)
            return Pending(DecisionSource.Policy, Reasons.CallerAsksForPerson);
        if (TrustEffect.RequiresApproval(input.TrustLevel))
            return Pending(DecisionSource.Threshold, Reasons.Untrusted);

        return null;
    }

    private static Verdict Approved(DecisionSource source, string reason) => new(EnforcementDecision.AutoApproved, source, reason);

    private static Verdict Pending(DecisionSource source, string reason) => new(EnforcementDecision.PendingApproval, source, reason);

    private static Verdict Denied(DecisionSource source, string reason) => new(EnforcementDecision.Denied, source, reason);
}
