using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Models;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Changes of what an agent is, how far it is trusted and on which model it runs.</summary>
internal sealed class AgentUpdates(AgentChange changes)
{
    private const int LongestReason = 1000;

    /// <summary>Changes what is given. A caller that is no administrator may link a model and nothing else.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AscendCall call)
    {
        var members = AgentRequest.Governing.Where(name => new Fields(call.Body).Has(name)).ToArray();
        if (members.Length > 0 && !call.Caller.IsAdmin)
            return AscendErrors.Forbidden($"Only an administrator changes {string.Join(", ", members)} of an agent.");
        if (members.Length == 0 && !new Fields(call.Body).Has("model_id"))
            return AscendErrors.Invalid("model_id", "is required when nothing else is to be changed");

        return await changes.RunAsync(call, (session, agent) => UpdateAsync(session, call, agent, members));
    }

    /// <summary>Changes how far an agent is trusted.</summary>
    public async ValueTask<JsonAnswer> ChangeTrustAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var reason = fields.OptionalText("reason", LongestReason);
        var level = AgentRequest.ReadTrust(fields);
        if (level is null)
            fields.Errors.Add("trust_level", "is required");
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await changes.RunAsync(call, agent =>
        {
            var changed = agent with { TrustLevel = level! };
            return new AgentChangeResult(
                AgentJson.Changed(changed, $"The agent's trust level is {level}."), changed, [AgentEvents.TrustChanged(call, agent, changed, reason)])
            {
                Reason = reason,
            };
        });
    }

    private static async ValueTask<AgentChangeResult> UpdateAsync(ISqlSession session, AscendCall call, Agent agent, string[] members)
    {
        var result = Update(call, agent, members);
        return result.Agent is { ModelId: { } model } && model != agent.ModelId && !await ModelTable.ExistsAsync(session, call.OrganisationId, model)
            ? AgentChangeResult.Unchanged(AscendErrors.NotFound("The model"))
            : result;
    }

    private static AgentChangeResult Update(AscendCall call, Agent agent, string[] members)
    {
        var fields = new Fields(call.Body);
        var changed = members.Length > 0 ? AgentRequest.ReadAll(fields, agent) : agent;
        changed = changed with
        {
            TrustLevel = AgentRequest.ReadTrust(fields) ?? agent.TrustLevel,
            ModelId = fields.OptionalInteger("model_id", 1, long.MaxValue) ?? agent.ModelId,
        };
        if (!fields.Errors.IsEmpty)
            return AgentChangeResult.Unchanged(AscendErrors.Invalid(fields.Errors));

        var events = new List<AuditEvent>();
        if (members.Length > 0)
            events.Add(AgentEvents.Updated(call, changed, members));
        if (changed.TrustLevel != agent.TrustLevel)
            events.Add(AgentEvents.TrustChanged(call, agent, changed, reason: null));
        if (fields.Has("model_id"))
            events.Add(AgentEvents.ModelLinked(call, agent, changed));
        return new AgentChangeResult(AgentJson.Changed(changed, "The agent is updated."), changed, events);
    }
}
