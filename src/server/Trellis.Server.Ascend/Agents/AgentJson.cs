using System.Text.Json;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Agents on the wire.</summary>
internal static class AgentJson
{
    private const string Version = "1.0.0";

    /// <summary>Writes everything that is known of an agent.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Agent agent)
    {
        WriteIdentity(json, agent);
        json.WriteString("status_reason"u8, agent.StatusReason);
        json.WriteString("blocked_reason"u8, agent.BlockedReason);
        json.WriteString("trust_level"u8, agent.TrustLevel);
        json.WriteString("environment"u8, agent.Environment);
        json.WriteNumber("auto_approve_below"u8, agent.Thresholds.AutoApproveBelow);
        json.WriteNumber("max_risk_threshold"u8, agent.Thresholds.MaxRiskThreshold);
        json.WriteNumber("requires_mfa_above"u8, agent.Thresholds.RequiresMfaAbove);
        json.WriteNumberOrNull("model_id"u8, agent.ModelId);
        agent.Settings.WriteTo(json);
        if (agent.Limits is { } limits)
        {
            json.WriteStartObject("limits"u8);
            limits.WriteTo(json);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("limits"u8);
        }

        json.WriteString("registered_by"u8, agent.RegisteredBy);
        json.WriteTime("registered_at"u8, agent.CreatedAt);
        json.WriteTime("updated_at"u8, agent.UpdatedAt);
    }

    /// <summary>The answer of a registration: the union of the shapes that clients know (contract, section 2.6).</summary>
    public static Answer Registered(Agent agent, bool created) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteBoolean("created"u8, created);
        json.WriteString("status"u8, "registered"u8);
        json.WriteString("agent_id"u8, agent.AgentId);
        json.WriteString("trust_level"u8, agent.TrustLevel);
        json.WriteTime("registered_at"u8, agent.CreatedAt);
        json.WriteTexts("capabilities"u8, agent.Settings.Capabilities);
        json.WriteString("registration_id"u8, FormattableString.Invariant($"reg_{agent.OrganisationId}_{agent.Number}"));
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(agent.Settings.Metadata);
        json.WriteStartObject("agent"u8);
        WriteIdentity(json, agent);
        json.WriteEndObject();
        json.WriteString(
            "message"u8, created ? "The agent is registered." : "The agent was registered already; what it says of itself is up to date.");
        json.WriteTexts("next_steps"u8, NextSteps(agent));
    });

    /// <summary>The answer of a change: the agent, under its name and at the top.</summary>
    public static Answer Changed(Agent agent, string message) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("message"u8, message);
        WriteMembers(json, agent);
    });

    private static void WriteIdentity(Utf8JsonWriter json, Agent agent)
    {
        json.WriteNumber("id"u8, agent.Number);
        json.WriteString("agent_id"u8, agent.AgentId);
        json.WriteString("display_name"u8, agent.DisplayName);
        json.WriteString("status"u8, agent.Status);
        json.WriteString("version"u8, Version);
        json.WriteString("agent_type"u8, agent.AgentType);
        json.WriteTime("created_at"u8, agent.CreatedAt);
        json.WriteNumber("organization_id"u8, agent.OrganisationId);
    }

    private static IReadOnlyList<string> NextSteps(Agent agent) => agent.Status switch
    {
        AgentStatus.Active => ["Submit actions with POST /api/v1/actions/submit."],
        AgentStatus.Draft or AgentStatus.PendingApproval =>
        [
            $"Have an administrator activate it with POST /api/registry/agents/{agent.AgentId}/activate; until then the default thresholds hold.",
            "Submit actions with POST /api/v1/actions/submit.",
        ],
        _ => [$"It is {agent.Status}; ask an administrator."],
    };
}
