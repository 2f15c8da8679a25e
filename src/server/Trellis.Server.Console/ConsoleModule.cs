using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Rendering;
using Trellis.Server.Console.Sessions;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console;

/// <summary>
/// The web console: pages rendered on the server, which use the platforms as their clients do, for whoever has signed in with an
/// administrator's token. It has no store of its own.
/// </summary>
public sealed class ConsoleModule : IServerModule
{
    /// <summary>Whether a path is one of the console's.</summary>
    public static bool Owns(PathString path) => path.StartsWithSegments(ConsolePaths.Prefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton<SessionSeal>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<ConsolePipeline>();
        foreach (var feature in ConsoleFeatures.All)
            feature.AddServices(services);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var routes = new ConsoleRoutes(endpoints);
        foreach (var feature in ConsoleFeatures.All)
            feature.MapRoutes(routes);
    }
}
