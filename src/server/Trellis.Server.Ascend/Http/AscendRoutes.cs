using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Ascend.Http;

/// <summary>Maps routes of the platform. All paths of one call are the same route under several names.</summary>
internal sealed class AscendRoutes(IEndpointRouteBuilder endpoints)
{
    private readonly AscendPipeline _pipeline = endpoints.ServiceProvider.GetRequiredService<AscendPipeline>();

    /// <summary>A registered service.</summary>
    public T Service<T>()
        where T : class => endpoints.ServiceProvider.GetRequiredService<T>();

    /// <summary>Maps GET.</summary>
    public void Get(AscendHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("GET", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps POST.</summary>
    public void Post(AscendHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("POST", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps PUT.</summary>
    public void Put(AscendHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("PUT", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps DELETE.</summary>
    public void Delete(AscendHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("DELETE", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps a route with rules of its own.</summary>
    public void Map(string method, AscendHandler handler, RouteRules rules, params ReadOnlySpan<string> paths)
    {
        var credentials = AscendApi.CredentialsOf(rules.Access);
        foreach (var path in paths)
            endpoints.MapMethods(path, [method], context => _pipeline.RunAsync(context, handler, rules)).WithMetadata(credentials);
    }
}
