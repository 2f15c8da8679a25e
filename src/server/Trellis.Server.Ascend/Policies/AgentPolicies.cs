using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Policies;

/// <summary>The policies of one agent.</summary>
internal sealed class AgentPolicies(IStore store, RuleChanges<Policy> changes)
{
    /// <summary>The policies that are for this agent alone.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        var (agent, policies) = await store.ReadAsync(
            async session => (
                await AgentTable.FindAsync(session, call.OrganisationId, agentId),
                await RuleTable.AllAsync(session, call.OrganisationId, PolicyKind.Instance)),
            call.Aborted);
        if (agent is null)
            return AscendErrors.NotFound("The agent");

        StoredRule<Policy>[] own = [.. policies.Where(stored => IsOf(stored.Rule, agentId))];
        return RuleJson.List(PolicyKind.Instance, own, own.Length, call.OrganisationId);
    }

    /// <summary>Makes a policy for this agent.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        if (await store.ReadAsync(session => AgentTable.FindAsync(session, call.OrganisationId, agentId), call.Aborted) is null)
            return AscendErrors.NotFound("The agent");

        var errors = new FieldErrors();
        var policy = PolicyReader.Read(call.Body, 0, errors);
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);
        if (policy.Level is not PolicyLevel.Organisation && !IsOf(policy, agentId))
            return AscendErrors.Invalid("target", "must be the agent of the path, or be left out");

        return await changes.AddAsync(call, policy with { Level = PolicyLevel.Agent, Target = agentId });
    }

    private static bool IsOf(Policy policy, string agentId) =>
        policy.Level is PolicyLevel.Agent && string.Equals(policy.Target, agentId, StringComparison.OrdinalIgnoreCase);
}
