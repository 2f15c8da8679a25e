using Trellis.Server.Console.Actions;
using Trellis.Server.Console.Agents;
using Trellis.Server.Console.Approvals;
using Trellis.Server.Console.Assets;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Keys;
using Trellis.Server.Console.Overview;
using Trellis.Server.Console.Policies;
using Trellis.Server.Console.Sessions;
using Trellis.Server.Console.Settings;

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
        new SettingsFeature(),
    ];
}
