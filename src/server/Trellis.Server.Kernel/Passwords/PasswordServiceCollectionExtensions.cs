using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Passwords;

/// <summary>Registers the hashing of passwords.</summary>
public static class PasswordServiceCollectionExtensions
{
    /// <summary>Adds <see cref="PasswordHasher"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>passwords</c>.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddPasswords(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new PasswordOptions();
        section.Bind(options);
        options.Validate();

        services.AddLogging();
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton(provider => Create(provider, options));
        return services;
    }

    private static PasswordHasher Create(IServiceProvider provider, PasswordOptions options)
    {
        if (options.Iterations < PasswordOptions.RecommendedIterations)
        {
            PasswordLog.FewIterations(
                provider.GetRequiredService<ILogger<PasswordHasher>>(), options.Iterations, PasswordOptions.RecommendedIterations);
        }

        return new PasswordHasher(options, provider.GetRequiredService<RandomNumberGenerator>());
    }
}
