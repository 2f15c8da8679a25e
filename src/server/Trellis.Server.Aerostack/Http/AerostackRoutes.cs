using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Aerostack.Http;

/// <summary>Maps routes of the platform. All paths of one call are the same route under several names.</summary>
internal sealed class AerostackRoutes(IEndpointRouteBuilder endpoints)
{
    private readonly AerostackPipeline _pipeline = endpoints.ServiceProvider.GetRequiredService<AerostackPipeline>();
    private readonly CorsPolicy _cors = endpoints.ServiceProvider.GetRequiredService<CorsPolicy>();
    private readonly HashSet<string> _preflights = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A registered service.</summary>
    public T Service<T>()
        where T : class => endpoints.ServiceProvider.GetRequiredService<T>();

    /// <summary>Maps GET.</summary>
    public void Get(AerostackHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("GET", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps POST.</summary>
    public void Post(AerostackHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("POST", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps PUT.</summary>
    public void Put(AerostackHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("PUT", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps PATCH.</summary>
    public void Patch(AerostackHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("PATCH", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps DELETE.</summary>
    public void Delete(AerostackHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("DELETE", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps a route with rules of its own.</summary>
    public void Map(string method, AerostackHandler handler, RouteRules rules, params ReadOnlySpan<string> paths)
    {
        var credentials = AerostackApi.CredentialsOf(rules.Access);
        foreach (var path in paths)
        {
            var envelope = AerostackPaths.EnvelopeOf(path);
            endpoints.MapMethods(path, [method], context => _pipeline.RunAsync(context, handler, rules, envelope)).WithMetadata(credentials);
            if (_cors.IsEnabled && _preflights.Add(path))
                endpoints.MapMethods(path, ["OPTIONS"], _cors.AnswerPreflightAsync);
        }
    }
}
