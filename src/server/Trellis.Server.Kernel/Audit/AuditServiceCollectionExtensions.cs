using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Audit;

/// <summary>Registers the audit services.</summary>
public static class AuditServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IAuditLog"/>, <see cref="IAuditReader"/>, <see cref="AuditCheckpoints"/>, <see cref="AuditVerifier"/> and the service that writes checkpoints.
    /// Needs an <see cref="Storage.IStore"/> and <see cref="Identity.IdentityServiceCollectionExtensions.AddIdentity"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>audit</c>.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new AuditOptions();
        section.Bind(options);
        options.Validate();

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<AuditCheckpointSignal>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IAuditReader, AuditReader>();
        services.AddSingleton<AuditCheckpoints>();
        services.AddSingleton<AuditVerifier>();
        services.AddHostedService<AuditCheckpointService>();
        return services;
    }
}
