using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Trellis.Caching.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="RedisCache"/>.</summary>
public static class RedisCacheServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="RedisCache"/> for the container, under its own type and as <see cref="IDistributedCache"/>. As with
    /// Microsoft's caches it goes before one that was registered earlier, and <c>AddDistributedMemoryCache</c> after it changes nothing.
    /// The container disposes it. The container's <see cref="ILoggerFactory"/> is used unless the options name another.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; at least <see cref="RedisCacheOptions.Url"/>.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <remarks>Options that are missing or out of range fail with <see cref="ArgumentException"/> when the cache is first resolved.</remarks>
    public static IServiceCollection AddTrellisRedisCache(this IServiceCollection services, Action<RedisCacheOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        services.AddOptions<RedisCacheOptions>()
            .Configure<IServiceProvider>(static (options, provider) => options.LoggerFactory = provider.GetService<ILoggerFactory>())
            .Configure(configure);
        services.TryAddSingleton(static provider => new RedisCache(provider.GetRequiredService<IOptions<RedisCacheOptions>>().Value));
        services.AddSingleton<IDistributedCache>(static provider => provider.GetRequiredService<RedisCache>());
        return services;
    }
}
