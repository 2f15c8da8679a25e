using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Registers telemetry.</summary>
public static class TelemetryServiceCollectionExtensions
{
    /// <summary>Adds a <see cref="ServerTelemetry"/>, unless there is one, and what <c>/metrics</c> needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>metrics</c>.</param>
    /// <param name="baseDirectory">Where the relative path of a token's file begins.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration section, string baseDirectory)
    {
        ArgumentNullException.ThrowIfNull(section);

        services.AddSingleton(MetricsOptions.Read(section, baseDirectory));
        services.TryAddSingleton<ServerTelemetry>();
        services.AddSingleton<MetricsAccess>();
        services.AddSingleton<MetricCollector>();
        services.AddSingleton<StoreGauges>();
        services.AddSingleton<MetricsEndpoint>();
        return services;
    }
}
