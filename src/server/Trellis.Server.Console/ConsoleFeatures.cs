using Trellis.Server.Console.Actions;
using Trellis.Server.Console.Agents;
using Trellis.Server.Console.Approvals;
using Trellis.Server.Console.Assets;
using Trellis.Server.Console.Audit;
using Trellis.Server.Console.Data;
using Trellis.Server.Console.Faults;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Keys;
using Trellis.Server.Console.Overview;
using Trellis.Server.Console.Policies;
using Trellis.Server.Console.Queue;
using Trellis.Server.Console.Sessions;
using Trellis.Server.Console.Settings;
using Trellis.Server.Console.Storage;
using Trellis.Server.Console.Webhooks;

namespace Trellis.Server.Console;

/// <summary>The parts of the console.</summary>
internal static class ConsoleFeatures
{
    public static IReadOnlyList<IConsoleFeature> All { get; } =
    [
        new AssetFeature(),
        new SessionFeature(),
        new OverviewFeature(),
        new ApprovalsFeature(),
        new ActionsFeature(),
        new AgentsFeature(),
        new PoliciesFeature(),
        new KeysFeature(),
        new AuditFeature(),
        new WebhooksFeature(),
        new QueueFeature(),
        new StorageFeature(),
        new DataFeature(),
        new FaultsFeature(),
        new SettingsFeature(),
    ];
}
