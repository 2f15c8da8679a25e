using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>What would be decided, without anybody doing anything: nothing is kept, and nobody is told.</summary>
internal sealed class WhatIfEvaluation(IStore store, GovernanceCache cache, TimeProvider time)
{
    // Beyond every score, so that policies and smart rules alone decide.
    private static readonly AgentThresholds NoThresholds = new(101, 101, 101);

    /// <summary>What policies and smart rules say of an action.</summary>
    public async ValueTask<JsonAnswer> EvaluateAsync(AscendCall call)
    {
        var started = time.GetTimestamp();
        var errors = new FieldErrors();
        var request = WhatIfRequest.Read(call, errors);
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var (state, agent) = await LoadAsync(call, request.AgentId);
        var action = ActionOf(request.Action, agent, request.AgentType);
        var score = request.RiskScore ?? TrustEffect.OnScore(agent.TrustLevel, RiskEngine.Assess(action, state.Rules.Profile).Score);
        var facts = new RuleFacts(action, score);
        var rules = state.Rules.Compiled.Evaluate(facts);
        var decision = DecisionRules.Decide(new DecisionInput
        {
            RiskScore = score,
            Rules = rules,
            Thresholds = NoThresholds,
            ScopeViolations = agent.Scope.Violations(facts),
        });
        return Answer.Ok(json => WhatIfJson.WriteMembers(json, rules, decision, score, Elapsed(started)));
    }

    /// <summary>What would be decided if an agent asked now, by everything that holds for it.</summary>
    public async ValueTask<JsonAnswer> EvaluateForAgentAsync(AscendCall call)
    {
        var started = time.GetTimestamp();
        var errors = new FieldErrors();
        var request = WhatIfRequest.Read(call, errors);
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var (state, agent) = await LoadAsync(call, call.Route("agent_id"));
        if (!agent.IsRegistered)
            return AscendErrors.NotFound("The agent");

        var judgement = Judge.Of(new Circumstances(state, agent, Mcp: null, Model: null), ActionOf(request.Action, agent, type: null));
        return Answer.Ok(json =>
        {
            json.WriteString("agent_id"u8, agent.AgentId);
            WhatIfJson.WriteMembers(json, judgement.Rules, judgement.Decision, judgement.Score, Elapsed(started));
            WhatIfJson.WriteJudgement(json, judgement);
        });
    }

    private static ProposedAction ActionOf(ProposedAction action, AgentProfile agent, string? type) => new()
    {
        AgentId = agent.AgentId,
        AgentType = type ?? agent.AgentType,
        ActionType = action.ActionType,
        Resource = action.Resource,
        ResourceId = action.ResourceId,
        Description = action.Description,
        Environment = action.Environment.Length > 0 ? action.Environment : agent.Environment ?? "production",
        Details = action.Details,
        Context = action.Context,
        Indicators = action.Indicators,
        At = action.At,
    };

    private ValueTask<(GovernanceState State, AgentProfile Agent)> LoadAsync(AscendCall call, string? agentId) => store.ReadAsync(
        async session =>
        {
            var state = await cache.LoadAsync(session, call.OrganisationId);
            return (state, agentId is null ? AgentProfile.Unregistered("") : await state.Agents.GetAsync(session, agentId));
        },
        call.Aborted);

    private long Elapsed(long started) => (long)time.GetElapsedTime(started).TotalMilliseconds;
}
