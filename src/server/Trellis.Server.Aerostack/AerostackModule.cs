using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Hosting;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Aerostack.Schema;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.RateLimits;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack;

/// <summary>The Aerostack platform: what an application needs behind it, for each project apart.</summary>
public sealed class AerostackModule : IServerModule
{
    /// <inheritdoc/>
    public string Name => "aerostack";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => AerostackMigrations.All;

    /// <inheritdoc/>
    public IReadOnlyList<OwnedPath> OwnedPaths { get; } =
        [.. AerostackPaths.Prefixes.Select(static owned => new OwnedPath(owned.Prefix, AerostackErrorFormat.Of(owned.Envelope)))];

    /// <inheritdoc/>
    public ApiPlatform Api => AerostackApi.Platform;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton(static provider => new AerostackOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack")));
        services.AddSingleton(static provider => new CorsPolicy(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:cors")));
        services.TryAddSingleton<RateLimiter>();
        services.AddSingleton<KeyCache>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<AerostackPipeline>();
        foreach (var feature in AerostackFeatures.All)
            feature.AddServices(services);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var routes = new AerostackRoutes(endpoints);
        foreach (var feature in AerostackFeatures.All)
            feature.MapRoutes(routes);
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FirstCredentials.EnsureAsync(context, cancellationToken);
    }
}
