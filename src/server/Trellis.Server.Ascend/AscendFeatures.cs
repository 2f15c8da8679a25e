using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Health;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend;

/// <summary>The parts of the platform.</summary>
internal static class AscendFeatures
{
    public static IReadOnlyList<IAscendFeature> All { get; } =
    [
        new ActionFeature(),
        new HealthFeature(),
        new AgentsFeature(),
    ];
}
