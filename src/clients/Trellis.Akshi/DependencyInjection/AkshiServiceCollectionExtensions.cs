using Microsoft.Extensions.Configuration;
using Trellis;
using Trellis.Akshi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AkshiClient"/> in a service collection.</summary>
public static class AkshiServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="AkshiClient"/> for the application. Its options come from <paramref name="configure"/>, then the
    /// environment, then <paramref name="configuration"/>, then the defaults; the first that sets a value wins. Nothing has to be set: the
    /// default is the runtime on this machine, spoken to without a token. Calling this again for the same <paramref name="name"/> keeps the
    /// options of the first call.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <param name="configuration">A section with the keys that <see cref="AkshiClientOptions"/> documents.</param>
    /// <param name="name">
    /// <see langword="null"/> for the application's one client. A name makes a client of its own, resolved by
    /// <c>[FromKeyedServices(name)]</c>.
    /// </param>
    /// <returns>The builder of the client's HTTP pipeline, for handlers of the application's own.</returns>
    public static IHttpClientBuilder AddAkshi(
        this IServiceCollection services,
        Action<AkshiClientOptions>? configure = null,
        IConfiguration? configuration = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddApiClient<AkshiClient, AkshiClientOptions>(
            name,
            $"Trellis.Akshi{(name is null ? "" : $":{name}")}",
            options => Configure(options, configure, configuration),
            static (options, invoker) => new AkshiClient(invoker, options));
    }

    private static void Configure(AkshiClientOptions options, Action<AkshiClientOptions>? configure, IConfiguration? configuration)
    {
        if (configuration is not null)
        {
            options.Apply(configuration);
        }

        options.ApplyVariables(Environment.GetEnvironmentVariable);
        configure?.Invoke(options);
    }
}
