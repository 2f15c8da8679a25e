using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>One part of the server: a platform, or the console. Modules know the kernel and nothing of each other.</summary>
public interface IServerModule
{
    /// <summary>The name in lower case: <c>askii</c>, <c>akshi</c>, <c>aerostack</c>, <c>ascend</c> or <c>console</c>.</summary>
    string Name { get; }

    /// <summary>The module's schema.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>
    /// The paths whose errors the module shapes, where the server answers before a route of the module could: an unknown route, a wrong
    /// method, a body over the limit, an exception. No two modules own the same path.
    /// </summary>
    /// <value>Default none: errors look as <see cref="DetailErrorFormat"/> writes them.</value>
    IReadOnlyList<OwnedPath> OwnedPaths => [];

    /// <summary>What the module says about its API, for <c>/openapi/NAME.json</c>.</summary>
    /// <value>Default null: there is no document.</value>
    ApiPlatform? Api => null;

    /// <summary>Registers the module's services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the module's routes.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);

    /// <summary>
    /// Makes what a developer needs to call the platform, once the store is open and before the server listens. Runs at every start, so
    /// that a module which arrives later, or whose credentials have ended, gets new ones; not with <c>--bootstrap off</c>.
    /// </summary>
    /// <param name="context">The organisation, and the module's section as the last start left it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The module's section of <c>credentials.json</c>, which may be the one that was there; null for none.</returns>
    ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken) => new(context.Existing);
}
