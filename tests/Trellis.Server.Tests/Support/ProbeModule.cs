using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Tests;

/// <summary>A platform made of whatever a test needs of one.</summary>
internal sealed class ProbeModule : IServerModule
{
    public string Name { get; init; } = "probe";

    public Action<IEndpointRouteBuilder> Routes { get; init; } = static _ => { };

    public Func<BootstrapContext, JsonObject?> Bootstrap { get; init; } = static context => context.Existing;

    public IReadOnlyList<Migration> Migrations { get; init; } = [];

    public IReadOnlyList<OwnedPath> OwnedPaths { get; init; } =
        [new("/platform/", DetailErrorFormat.Instance), new("/v1/", OpenAiErrorFormat.Instance)];

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => Routes(endpoints);

    public ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken) => new(Bootstrap(context));
}
