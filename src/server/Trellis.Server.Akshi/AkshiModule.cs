using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Schema;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi;

/// <summary>The Akshi platform: a runtime of agents in this process, and the API through which people and programs watch and steer it.</summary>
public sealed class AkshiModule : IServerModule
{
    /// <inheritdoc/>
    public string Name => "akshi";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => AkshiMigrations.All;

    /// <inheritdoc/>
    public IReadOnlyList<OwnedPath> OwnedPaths { get; } =
    [
        .. AkshiPaths.Prefixes.Select(static prefix => new OwnedPath(prefix, AkshiErrorFormat.Instance)),
        .. AkshiPaths.Shared.Select(static prefix => new OwnedPath(prefix, AkshiErrorFormat.Instance) { IsShared = true }),
    ];

    /// <inheritdoc/>
    public ApiPlatform Api => AkshiApi.Platform;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton<Dashboard>();
        services.AddSingleton<RuntimeOwner>();
        services.AddSingleton<TokenCache>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<CorsPolicy>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<AkshiClaim>();
        services.AddSingleton<AkshiPipeline>();
        foreach (var feature in AkshiFeatures.All)
            feature.AddServices(services);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var routes = new AkshiRoutes(endpoints);
        foreach (var feature in AkshiFeatures.All)
            feature.MapRoutes(routes);
        routes.MapRefusals(AkshiPaths.Refused);
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FirstCredentials.EnsureAsync(context, cancellationToken);
    }
}
