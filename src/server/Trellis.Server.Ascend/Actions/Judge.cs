using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Judges an action by what holds in its organisation, in the contract's order (section 6.1): kill switch and agent state, risk with its
/// checks, policies and smart rules, thresholds. Pure: it needs no store.
/// </summary>
internal static class Judge
{
    private const string KillSwitchViolation = "kill_switch";
    private const string AgentViolation = "agent_state";
    private const string GovernanceError = "governance_error";

    /// <summary>Judges an action. An error inside denies.</summary>
    public static Judgement Of(Circumstances circumstances, ProposedAction action)
    {
        var (state, agent) = (circumstances.State, circumstances.Agent);
        var risk = RiskEngine.Assess(action, state.Rules.Profile);
        if (circumstances.Mcp?.RiskOverride is { } toolRisk)
            risk = risk.RaisedTo(toolRisk, RiskSource.Policy);
        var judgement = new Judgement
        {
            Circumstances = circumstances,
            Action = action,
            Risk = risk,
            Score = TrustEffect.OnScore(agent.TrustLevel, risk.Score),
            Rules = RuleOutcome.None,
            Decision = Denied(GovernanceError, GovernanceError),
            Failure = risk.Failure,
        };

        if (Stop(state, agent, action) is { } stopped)
            return judgement with { Decision = stopped };

        try
        {
            return judgement.Failure is null ? Apply(judgement) : judgement;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return judgement with { Failure = error };
        }
    }

    private static Judgement Apply(Judgement judgement)
    {
        var (state, agent, action) = (judgement.State, judgement.Agent, judgement.Action);
        var facts = new RuleFacts(action, judgement.Score);
        var rules = state.Rules.Compiled.Evaluate(facts);
        var decision = DecisionRules.Decide(new DecisionInput
        {
            RiskScore = judgement.Score,
            Rules = rules,
            Thresholds = agent.Thresholds,
            ShadowThresholds = state.Rules.ShadowThresholds,
            TrustLevel = agent.TrustLevel,
            RequiresHumanApproval = action.RequiresHumanApproval,
            ContentBlocks = ContentBlocks.Of(judgement.Risk),
            ScopeViolations = agent.Scope.Violations(facts),
            Settings = state.Rules.Decisions,
        });
        return judgement with { Rules = rules, Decision = IsToolAutoApproved(judgement, decision) ? AutoApproved(decision) : decision };
    }

    // Such a tool needs no person because of its score; what a policy, a rule or the caller wants a person for still waits.
    private static bool IsToolAutoApproved(Judgement judgement, Decision decision) =>
        judgement.Circumstances.Mcp is { IsAutoApproved: true }
        && decision is { Status: DecisionStatus.PendingApproval, Verdict.Source: DecisionSource.Threshold }
        && judgement.Agent.TrustLevel is not TrustLevels.Untrusted;

    private static Decision AutoApproved(Decision decision) => new()
    {
        Verdict = new Verdict(EnforcementDecision.AutoApproved, DecisionSource.Policy, "The MCP server's tool is approved automatically"),
        Shadow = decision.Shadow,
        PolicyDecision = decision.PolicyDecision,
    };

    private static Decision? Stop(GovernanceState state, AgentProfile agent, ProposedAction action)
    {
        if (state.KillSwitch is { } killSwitch)
            return Denied($"The organisation's kill switch is active: {killSwitch.Reason}", KillSwitchViolation);
        if (agent.BlockedReason is { } reason)
            return Denied(reason, AgentViolation);
        if (agent.Status is AgentStatus.Deprecated && !ActionVerbs.IsReading(action.ActionType))
            return Denied("The agent is deprecated and may only read", AgentViolation);
        if (state.Rules.RequireActiveAgent && agent is not { IsRegistered: true, Status: AgentStatus.Active })
            return Denied("The agent has to be registered and active before it may act", AgentViolation);

        return null;
    }

    private static Decision Denied(string reason, string violation) => new()
    {
        Verdict = new Verdict(EnforcementDecision.Denied, DecisionSource.Policy, reason),
        Violations = [violation],
    };
}
