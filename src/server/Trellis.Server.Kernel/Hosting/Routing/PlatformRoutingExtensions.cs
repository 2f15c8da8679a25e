using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Lets several platforms live on one origin.</summary>
public static class PlatformRoutingExtensions
{
    /// <summary>Adds the choice between endpoints by their <see cref="IRequestClaim"/>.</summary>
    public static IServiceCollection AddRequestClaims(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, RequestClaimPolicy>());
        return services;
    }

    /// <summary>Maps the endpoints of a module, each marked with its <see cref="EndpointPlatform"/>.</summary>
    public static void MapModule(this IEndpointRouteBuilder endpoints, IServerModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.MapEndpoints(endpoints.MapGroup("").WithMetadata(new EndpointPlatform(module.Name)));
    }
}
