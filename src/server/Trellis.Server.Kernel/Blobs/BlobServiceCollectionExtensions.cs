using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>Registers blobs.</summary>
public static class BlobServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IBlobStore"/> and the service that removes what nothing refers to. Needs the store and <see cref="BlobMigrations"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="location">Where blobs lie. A folder is made now if it is missing.</param>
    /// <param name="credentials">What opens the bucket; null for a folder.</param>
    /// <exception cref="ArgumentException">A bucket without credentials.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made.</exception>
    public static IServiceCollection AddBlobs(this IServiceCollection services, BlobLocation location, S3Credentials? credentials = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.IsService && credentials is null)
            throw new ArgumentException($"The bucket {location} needs credentials.", nameof(credentials));

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        if (location.Folder is { } folder)
            services.AddSingleton<IBlobVolume>(new FileBlobVolume(folder));
        else
            services.AddSingleton<IBlobVolume>(_ => new S3BlobVolume(location.S3!, credentials!));
        services.AddSingleton<IBlobStore, BlobStore>();
        services.AddHostedService<BlobCollector>();
        return services;
    }
}
