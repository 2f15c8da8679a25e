using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>What the audit trail remembers of orchestration.</summary>
internal static class OrchestrationEvents
{
    public static AuditEvent TopologySet(AscendCall call, string orchestrator, string kind, IReadOnlyList<string> members) => RegistryEvent.Of(
        call, "orchestration_topology_set", "set_topology", ("agent", orchestrator), json =>
        {
            json.WriteString("kind"u8, kind);
            json.WriteTexts("members"u8, members);
        });

    public static AuditEvent Cascaded(AscendCall call, string orchestrator, IReadOnlyList<string> affected, string reason, bool isDryRun) =>
        RegistryEvent.Of(call, "orchestration_cascade_kill", isDryRun ? "simulate" : "kill", ("agent", orchestrator), json =>
        {
            json.WriteBoolean("dry_run"u8, isDryRun);
            json.WriteString("reason"u8, reason);
            json.WriteTexts("affected_agents"u8, affected);
        });
}
