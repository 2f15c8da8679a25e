using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Agents;

/// <summary>What the audit trail remembers of agents (contract, section 6.7).</summary>
internal static class AgentEvents
{
    public static AuditEvent Registered(AscendCall call, Agent agent, bool created) => RegistryEvent.Of(
        call, created ? "agent_registered" : "agent_updated", created ? "register" : "register_again", ResourceOf(agent), json =>
        {
            json.WriteString("display_name"u8, agent.DisplayName);
            json.WriteString("agent_type"u8, agent.AgentType);
            json.WriteString("environment"u8, agent.Environment);
            json.WriteString("sdk_version"u8, agent.Settings.SdkVersion);
        });

    public static AuditEvent Updated(AscendCall call, Agent agent, IReadOnlyList<string> members) => RegistryEvent.Of(
        call, "agent_updated", "update", ResourceOf(agent), json => json.WriteTexts("members"u8, members));

    public static AuditEvent Deregistered(AscendCall call, Agent agent) =>
        RegistryEvent.Of(call, "agent_deregistered", "deregister", ResourceOf(agent));

    public static AuditEvent StatusChanged(AscendCall call, Agent before, Agent after, string action) => RegistryEvent.Of(
        call, $"agent_{after.Status}", action, ResourceOf(after), json =>
        {
            json.WriteString("old_status"u8, before.Status);
            json.WriteString("new_status"u8, after.Status);
            json.WriteString("reason"u8, after.StatusReason);
        });

    public static AuditEvent TrustChanged(AscendCall call, Agent before, Agent after, string? reason) => RegistryEvent.Of(
        call, "agent_trust_changed", "change_trust", ResourceOf(after), json =>
        {
            json.WriteString("old_level"u8, before.TrustLevel);
            json.WriteString("new_level"u8, after.TrustLevel);
            json.WriteString("reason"u8, reason);
        });

    public static AuditEvent ModelLinked(AscendCall call, Agent before, Agent after) => RegistryEvent.Of(
        call, "AGENT_MODEL_LINKED", "link_model", ResourceOf(after), json =>
        {
            json.WriteNumberOrNull("old_model_id"u8, before.ModelId);
            json.WriteNumberOrNull("model_id"u8, after.ModelId);
        });

    private static (string Type, string Id) ResourceOf(Agent agent) => ("agent", agent.AgentId);
}
