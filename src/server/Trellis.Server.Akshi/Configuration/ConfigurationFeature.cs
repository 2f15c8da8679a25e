using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Server.Akshi.Configuration.Reading;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>The file <c>runtime.toml</c>, read when the server starts.</summary>
internal sealed class ConfigurationFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton<IEnvironmentVariables, ProcessEnvironmentVariables>();
        services.AddSingleton<RuntimeFileReader>();
        services.AddSingleton<RuntimeFile>();
        services.AddSingleton(static provider => new RuntimeConfig(provider.GetRequiredService<RuntimeFile>().Read()));
    }

    /// <inheritdoc/>
    /// <exception cref="RuntimeConfigurationException">The file is wrong: the server does not start.</exception>
    public void MapRoutes(AkshiRoutes routes) =>
        routes.Service<Dashboard>().Settings = routes.Service<RuntimeConfig>().Current.Dashboard;
}
