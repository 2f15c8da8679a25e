using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>Registers the models.</summary>
public static class ModelServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IModelCatalog"/> and <see cref="IEmbeddingCatalog"/> with the upstreams of <paramref name="section"/>; with none, the
    /// first holds the simulator <c>trellis-echo</c> alone and the second nothing. Credentials are read now.
    /// </summary>
    /// <param name="services">Where to register. Time is taken from a registered <see cref="TimeProvider"/>, else from the system.</param>
    /// <param name="section">The section <c>models</c> of the configuration; it may be absent.</param>
    /// <param name="baseDirectory">Where relative paths of <c>file:</c> credentials begin; the current directory by default.</param>
    /// <exception cref="ModelConfigurationException">The section is wrong; the exception lists everything that is.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration section, string? baseDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var options = ModelOptionsReader.Read(section, baseDirectory ?? Environment.CurrentDirectory);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(
            provider => new ModelCatalog(
                options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IModelCatalog>(static provider => provider.GetRequiredService<ModelCatalog>());
        services.AddSingleton<IEmbeddingCatalog>(static provider => provider.GetRequiredService<ModelCatalog>());
        return services;
    }
}
