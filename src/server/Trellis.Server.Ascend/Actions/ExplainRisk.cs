using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What the risk of an action is made of (contract, section 6.2).</summary>
internal sealed class ExplainRisk(IStore store, GovernanceCache cache)
{
    /// <summary>Looks at what was asked once more, by the profile and the agent that hold now.</summary>
    public async ValueTask<JsonAnswer> ExplainAsync(AscendCall call)
    {
        if (call.RouteId() is not { } id || await store.ReadAsync(session => RecallAsync(session, call, id), call.Aborted) is not var (action, state, agent))
            return AscendErrors.NotFound("The action");

        var proposed = RecalledAction.Propose(action, agent);
        var risk = RiskEngine.Assess(proposed, state.Rules.Profile);
        var score = TrustEffect.OnScore(agent.TrustLevel, risk.Score);
        return Answer.Ok(json =>
        {
            json.WriteNumber("action_id"u8, action.Id);
            json.WriteNumber("risk_score"u8, score);
            json.WriteString("risk_level"u8, RiskBands.Word(RiskBands.Of(score)));
            json.WriteString("risk_score_source"u8, RiskSources.Word(risk.Source));
            json.WriteString("trust_level"u8, agent.TrustLevel);
            json.WriteString("environment"u8, proposed.Environment);
            json.WritePropertyName("breakdown"u8);
            risk.WriteBreakdown(json);
        });
    }

    private async ValueTask<(StoredAction Action, GovernanceState State, AgentProfile Agent)?> RecallAsync(ISqlSession session, AscendCall call, long id)
    {
        if (await ActionTable.FindAsync(session, call.OrganisationId, id) is not { } action)
            return null;

        var state = await cache.LoadAsync(session, call.OrganisationId);
        return (action, state, await state.Agents.GetAsync(session, action.AgentId));
    }
}
