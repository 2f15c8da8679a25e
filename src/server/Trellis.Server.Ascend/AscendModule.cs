using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Schema;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.RateLimits;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend;

/// <summary>The ASCEND platform: agents ask before they act, policies and people decide, and the audit trail remembers.</summary>
public sealed class AscendModule : IServerModule
{
    /// <inheritdoc/>
    public string Name => "ascend";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => AscendMigrations.All;

    /// <inheritdoc/>
    public IReadOnlyList<OwnedPath> OwnedPaths { get; } =
        [.. AscendPaths.Prefixes.Select(static prefix => new OwnedPath(prefix, AscendErrorFormat.Instance))];

    /// <inheritdoc/>
    public ApiPlatform Api => AscendApi.Platform;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton(static provider => new AscendOptions(provider.GetRequiredService<IConfiguration>().GetSection("ascend")));
        services.TryAddSingleton<RateLimiter>();
        services.AddSingleton<KeyCache>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<IOperatorDirectory, Administrators>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<AscendPipeline>();
        services.AddSingleton<CallWrites>();
        services.AddSingleton<GovernanceCache>();
        foreach (var feature in AscendFeatures.All)
            feature.AddServices(services);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var routes = new AscendRoutes(endpoints);
        foreach (var feature in AscendFeatures.All)
            feature.MapRoutes(routes);
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FirstCredentials.EnsureAsync(context, cancellationToken);
    }
}
