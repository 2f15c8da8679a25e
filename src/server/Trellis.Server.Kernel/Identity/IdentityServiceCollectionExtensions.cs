using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Identity;

/// <summary>Registers the server's identity services.</summary>
public static class IdentityServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IOrganisationDirectory"/>, <see cref="IUserDirectory"/>, <see cref="ApiKeyMint"/>, <see cref="SigningKeys"/>,
    /// <see cref="TokenIssuer"/>, <see cref="TokenValidator"/> and <see cref="EndUserTokens"/>. Needs an <see cref="Storage.IStore"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>identity</c>.</param>
    /// <param name="configure">Runs after the section has been bound.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddIdentity(
        this IServiceCollection services, IConfiguration section, Action<IdentityOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new IdentityOptions();
        section.Bind(options);
        configure?.Invoke(options);
        options.Validate();

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton(options);
        services.AddSingleton<IOrganisationDirectory, OrganisationDirectory>();
        services.AddSingleton<IUserDirectory, UserDirectory>();
        services.AddSingleton<ApiKeyMint>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<EndUserTokens>();
        return services;
    }
}
