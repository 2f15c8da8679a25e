using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Kernel.Secrets;

/// <summary>Registers the protection of secrets.</summary>
public static class SecretServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SecretProtector"/>. The key file is read, or made, now.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>secrets</c>.</param>
    /// <param name="configure">Runs after the section has been bound.</param>
    /// <exception cref="CryptographicException">The key file holds something else.</exception>
    /// <exception cref="IOException">The key file cannot be read or written.</exception>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration section, Action<SecretOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new SecretOptions();
        section.Bind(options);
        configure?.Invoke(options);
        return services.AddSingleton(new SecretProtector(options, RandomNumberGenerator.Create()));
    }
}
