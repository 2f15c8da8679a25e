using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Broker;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Discovery;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Mcp;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Akshi.Registry;
using Trellis.Server.Akshi.Reload;
using Trellis.Server.Akshi.Sync;
using Trellis.Server.Akshi.Tasks;

namespace Trellis.Server.Akshi;

/// <summary>The parts of the platform.</summary>
internal static class AkshiFeatures
{
    public static IReadOnlyList<IAkshiFeature> All { get; } =
    [
        new ConfigurationFeature(),
        new HealthFeature(),
        new LoginFeature(),
        new InferenceFeature(),
        new BrokerFeature(),
        new LogsFeature(),
        new AgentsFeature(),
        new ReloadFeature(),
        new ApprovalsFeature(),
        new DiscoveryFeature(),
        new EventsFeature(),
        new FindingsFeature(),
        new McpFeature(),
        new MetricsFeature(),
        new ReceiptsFeature(),
        new RegistryFeature(),
        new SyncFeature(),
        new TasksFeature(),
    ];
}
