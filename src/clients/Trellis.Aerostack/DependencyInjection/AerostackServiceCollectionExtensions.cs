using Microsoft.Extensions.Configuration;
using Trellis;
using Trellis.Aerostack;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AerostackClient"/> in a service collection.</summary>
public static class AerostackServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="AerostackClient"/> for the application. Its options come from <paramref name="configure"/>, then the
    /// environment, then <paramref name="configuration"/>, then the defaults; the first that sets a value wins. A key is needed from any of
    /// them, and missing it fails when the client is first asked for. Calling this again for the same <paramref name="name"/> keeps the
    /// options of the first call.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <param name="configuration">A section with the keys that <see cref="AerostackClientOptions"/> documents.</param>
    /// <param name="name">
    /// <see langword="null"/> for the application's one client. A name makes a client of its own, resolved by
    /// <c>[FromKeyedServices(name)]</c>.
    /// </param>
    /// <returns>The builder of the client's HTTP pipeline, for handlers of the application's own.</returns>
    public static IHttpClientBuilder AddAerostack(
        this IServiceCollection services,
        Action<AerostackClientOptions>? configure = null,
        IConfiguration? configuration = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddApiClient<AerostackClient, AerostackClientOptions>(
            name,
            $"Trellis.Aerostack{(name is null ? "" : $":{name}")}",
            options => Configure(options, configure, configuration),
            static (options, invoker) => new AerostackClient(invoker, options));
    }

    private static void Configure(AerostackClientOptions options, Action<AerostackClientOptions>? configure, IConfiguration? configuration)
    {
        if (configuration is not null)
        {
            options.Apply(configuration);
        }

        options.ApplyVariables(Environment.GetEnvironmentVariable);
        configure?.Invoke(options);
    }
}
