using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;

namespace Trellis.Server.Akshi;

/// <summary>The parts of the platform.</summary>
internal static class AkshiFeatures
{
    public static IReadOnlyList<IAkshiFeature> All { get; } = [new ConfigurationFeature(), new HealthFeature(), new LoginFeature()];
}
