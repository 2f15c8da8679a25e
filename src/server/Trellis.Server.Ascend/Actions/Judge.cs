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
    public static Judgement Of(GovernanceState state, AgentProfile agent, ProposedAction action)
    {
        var risk = RiskEngine.Assess(action, state.Rules.Profile);
        var score = TrustEffect.OnScore(agent.TrustLevel, risk.Score);
        var judgement = new Judgement
        {
            State = state,
            Action = action,
            Agent = agent,
            Risk = risk,
            Score = score,
            Rules = RuleOutcome.None,
            Decision = Denied(GovernanceError, GovernanceError),
        };

        if (Stop(state, agent) is { } stopped)
            return judgement with { Decision = stopped };

        try
        {
            return Apply(judgement);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return judgement;
        }
    }

    private static Judgement Apply(Judgement judgement)
    {
        if (judgement.Risk.Failure is not null)
            return judgement;

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
        return judgement with { Rules = rules, Decision = decision };
    }

    private static Decision? Stop(GovernanceState state, AgentProfile agent)
    {
        if (state.KillSwitch is { } killSwitch)
            return Denied($"The organisation's kill switch is active: {killSwitch.Reason}", KillSwitchViolation);
        if (agent.BlockedReason is { } reason)
            return Denied(reason, AgentViolation);
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
