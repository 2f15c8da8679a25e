using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Limits;

/// <summary>What the audit trail remembers of limits.</summary>
internal static class LimitEvents
{
    public static AuditEvent Set(AscendCall call, string agentId, AgentLimits limits) =>
        RegistryEvent.Of(call, "agent_limits_set", "set_limits", ("agent", agentId), limits.WriteTo);

    /// <summary>An agent asked for more than it may.</summary>
    public static AuditEvent Exceeded(AscendCall call, string agentId, AscendError refusal) => RegistryEvent.Of(
        call,
        "policy_violation",
        "submit",
        ("agent", agentId),
        json =>
        {
            json.WriteTexts("violations"u8, refusal.PolicyViolations);
            json.WriteString("detail"u8, refusal.Detail);
        },
        AuditOutcome.Denied);

    /// <summary>Most of an agent's budget is spent.</summary>
    public static AuditEvent BudgetNearlySpent(AscendCall call, string agentId, double budget, double spent) => RegistryEvent.Of(
        call, "agent_budget_alert", "submit", ("agent", agentId), json =>
        {
            json.WriteNumber("daily_budget"u8, budget);
            json.WriteNumber("spent"u8, spent);
        });
}
