using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Registers a client with what the container has: its HTTP handlers, its logging, its cache, its clock.</summary>
internal static class ApiClientRegistration
{
    /// <summary>Adds one client, plain or keyed, over a named HTTP pipeline.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="key">The service key, or <see langword="null"/> for the plain registration.</param>
    /// <param name="pipelineName">The name of the HTTP pipeline, which the returned builder configures.</param>
    /// <param name="configure">Fills in the options; called once, when the client is first asked for.</param>
    /// <param name="create">Makes the client.</param>
    public static IHttpClientBuilder AddApiClient<TClient, TOptions>(
        this IServiceCollection services,
        string? key,
        string pipelineName,
        Action<TOptions> configure,
        Func<TOptions, HttpMessageInvoker, TClient> create)
        where TClient : class
        where TOptions : ClientOptions, new()
    {
        // The options are a service, made once, because the transport and the client must agree on them.
        services.TryAddKeyedSingleton(pipelineName, (provider, _) => CreateOptions(provider, configure));
        services.TryAdd(ServiceDescriptor.DescribeKeyed(typeof(TClient), key, (provider, _) => CreateClient(provider, pipelineName, create), ServiceLifetime.Singleton));
        return services.AddHttpClient(pipelineName)
            .ConfigurePrimaryHttpMessageHandler(provider => HttpInvokerFactory.CreatePipeline(provider.GetRequiredKeyedService<TOptions>(pipelineName)))

            // The client lives as long as the application; its handler renews connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static TOptions CreateOptions<TOptions>(IServiceProvider provider, Action<TOptions> configure)
        where TOptions : ClientOptions, new()
    {
        var options = new TOptions { Cache = provider.GetService<IDistributedCache>() };
        options.LoggerFactory = provider.GetService<ILoggerFactory>() ?? options.LoggerFactory;
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
        configure(options);
        return options;
    }

    private static TClient CreateClient<TClient, TOptions>(
        IServiceProvider provider, string pipelineName, Func<TOptions, HttpMessageInvoker, TClient> create)
        where TOptions : ClientOptions
    {
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(pipelineName);
        return create(provider.GetRequiredKeyedService<TOptions>(pipelineName), new HttpMessageInvoker(handler, disposeHandler: false));
    }
}
