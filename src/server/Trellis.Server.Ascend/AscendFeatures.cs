using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Alerts;
using Trellis.Server.Ascend.Anomalies;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.AuditTrail;
using Trellis.Server.Ascend.Classifications;
using Trellis.Server.Ascend.Commands;
using Trellis.Server.Ascend.Governance.Settings;
using Trellis.Server.Ascend.Health;
using Trellis.Server.Ascend.Heartbeats;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Keys;
using Trellis.Server.Ascend.KillSwitches;
using Trellis.Server.Ascend.Limits;
using Trellis.Server.Ascend.Mcp;
using Trellis.Server.Ascend.Models;
using Trellis.Server.Ascend.Orchestration;
using Trellis.Server.Ascend.OutputFilter;
using Trellis.Server.Ascend.People;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Signing;
using Trellis.Server.Ascend.SmartRules;
using Trellis.Server.Ascend.SupplyChain;
using Trellis.Server.Ascend.Webhooks;

namespace Trellis.Server.Ascend;

/// <summary>The parts of the platform.</summary>
internal static class AscendFeatures
{
    public static IReadOnlyList<IAscendFeature> All { get; } =
    [
        new ActionFeature(),
        new HealthFeature(),
        new AgentsFeature(),
        new KillSwitchFeature(),
        new CommandsFeature(),
        new HeartbeatsFeature(),
        new McpFeature(),
        new ApprovalsFeature(),
        new PeopleFeature(),
        new OrchestrationFeature(),
        new KeysFeature(),
        new LimitsFeature(),
        new AnomaliesFeature(),
        new ModelsFeature(),
        new SupplyChainFeature(),
        new ClassificationsFeature(),
        new OutputFilterFeature(),
        new AlertsFeature(),
        new AuditTrailFeature(),
        new PoliciesFeature(),
        new SmartRulesFeature(),
        new SettingsFeature(),
        new SigningFeature(),
        new WebhooksFeature(),
    ];
}
