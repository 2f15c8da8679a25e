using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Reload;

namespace Trellis.Server.Akshi;

/// <summary>The parts of the platform.</summary>
internal static class AkshiFeatures
{
    public static IReadOnlyList<IAkshiFeature> All { get; } =
    [
        new ConfigurationFeature(),
        new HealthFeature(),
        new LoginFeature(),
        new LogsFeature(),
        new AgentsFeature(),
        new ReloadFeature(),
    ];
}
