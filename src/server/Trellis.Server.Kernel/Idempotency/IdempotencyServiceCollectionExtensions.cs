using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>Registers idempotent writes.</summary>
public static class IdempotencyServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IdempotentWrites"/>. Needs the store, the protection of secrets, a clock and <see cref="IdempotencyMigrations"/>.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services)
    {
        services.AddSingleton<IdempotentWrites>();
        services.AddHostedService<IdempotencyPurge>();
        return services;
    }
}
