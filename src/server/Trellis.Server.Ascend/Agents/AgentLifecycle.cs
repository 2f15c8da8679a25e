using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Agents;

/// <summary>The ways from one state of an agent to the next (contract, section 2.6).</summary>
internal sealed class AgentLifecycle(AgentChange changes)
{
    private const int LongestReason = 1000;

    public ValueTask<JsonAnswer> RequestApprovalAsync(AscendCall call) => ChangeAsync(call, AgentStatus.PendingApproval, "request_approval");

    public ValueTask<JsonAnswer> ActivateAsync(AscendCall call) => ChangeAsync(call, AgentStatus.Active, "activate");

    public ValueTask<JsonAnswer> SuspendAsync(AscendCall call) => ChangeAsync(call, AgentStatus.Suspended, "suspend");

    /// <summary>Suspends, and insists on a reason.</summary>
    public ValueTask<JsonAnswer> EmergencySuspendAsync(AscendCall call) =>
        ChangeAsync(call, AgentStatus.Suspended, "emergency_suspend", needsReason: true);

    public ValueTask<JsonAnswer> DeprecateAsync(AscendCall call) => ChangeAsync(call, AgentStatus.Deprecated, "deprecate");

    public ValueTask<JsonAnswer> RetireAsync(AscendCall call) => ChangeAsync(call, AgentStatus.Retired, "retire");

    private async ValueTask<JsonAnswer> ChangeAsync(AscendCall call, string status, string action, bool needsReason = false)
    {
        // The reason comes in the query or in the body, by edition.
        var fields = new Fields(call.Body);
        var reason = needsReason ? fields.Text("reason", LongestReason) : call.Query("reason") ?? fields.OptionalText("reason", LongestReason);
        if (reason?.Length > LongestReason)
            fields.Errors.Add("reason", $"must have at most {LongestReason} characters");
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await changes.RunAsync(call, agent => Become(call, agent, status, action, reason));
    }

    private static AgentChangeResult Become(AscendCall call, Agent agent, string status, string action, string? reason)
    {
        if (!AgentStatus.MayBecome(agent.Status, status))
        {
            return AgentChangeResult.Unchanged(
                AscendErrors.Conflict($"An agent that is {agent.Status} cannot become {status}."));
        }

        var changed = agent with { Status = status, StatusReason = reason };
        return new AgentChangeResult(
            AgentJson.Changed(changed, $"The agent is {status}."), changed, [AgentEvents.StatusChanged(call, agent, changed, action)]);
    }
}
