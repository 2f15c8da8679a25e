using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>Registers jobs.</summary>
public static class JobServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IJobs"/>, <see cref="JobSignal"/> and the service that looks after jobs. Needs the store and <see cref="JobMigrations"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>jobs</c>.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new JobOptions();
        section.Bind(options);
        options.Validate();

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton(options);
        services.AddSingleton<JobSignal>();
        services.AddSingleton<IJobs, JobRegister>();
        services.AddHostedService<JobSweep>();
        return services;
    }
}
