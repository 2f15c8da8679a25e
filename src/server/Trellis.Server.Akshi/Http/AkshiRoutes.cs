using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Http;

/// <summary>Maps routes of the platform. All paths of one call are the same route under several names.</summary>
internal sealed class AkshiRoutes(IEndpointRouteBuilder endpoints)
{
    private const int LastOrder = 100;

    private readonly AkshiPipeline _pipeline = endpoints.ServiceProvider.GetRequiredService<AkshiPipeline>();
    private readonly CorsPolicy _cors = endpoints.ServiceProvider.GetRequiredService<CorsPolicy>();
    private readonly AkshiClaim _claim = endpoints.ServiceProvider.GetRequiredService<AkshiClaim>();
    private readonly HashSet<string> _shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _methods = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A registered service.</summary>
    public T Service<T>()
        where T : class => endpoints.ServiceProvider.GetRequiredService<T>();

    /// <summary>Maps GET.</summary>
    public void Get(AkshiHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("GET", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps POST.</summary>
    public void Post(AkshiHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("POST", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps DELETE.</summary>
    public void Delete(AkshiHandler handler, Access access, params ReadOnlySpan<string> paths) =>
        Map("DELETE", handler, new RouteRules { Access = access }, paths);

    /// <summary>Maps a route with rules of its own.</summary>
    public void Map(string method, AkshiHandler handler, RouteRules rules, params ReadOnlySpan<string> paths)
    {
        var credentials = AkshiApi.CredentialsOf(rules.Access);
        foreach (var path in paths)
        {
            var route = endpoints.MapMethods(path, [method], context => _pipeline.RunAsync(context, handler, rules))
                .WithOrder(OrderOf(path))
                .WithMetadata(credentials);
            if (rules.IsShared)
            {
                route.WithMetadata(_claim);
                _shared.Add(path);
            }

            if (!_methods.TryGetValue(path, out var methods))
                _methods.Add(path, methods = []);
            methods.Add(method);
        }
    }

    /// <summary>
    /// Answers what no route does, once all are mapped: preflights, wrong methods (405) and unknown paths (404). Such answers have the rate
    /// headers too (contract, section 1.3), which is why they do not come from the server's own fallback.
    /// </summary>
    public void MapRefusals(IReadOnlyList<string> prefixes)
    {
        var refused = new RouteRules { Access = Access.Operator, ReadsBody = true };
        foreach (var (path, methods) in _methods)
        {
            var allowed = string.Join(", ", methods);
            var isShared = _shared.Contains(path);
            AkshiHandler handler = call => MethodNotAllowed(call.Http.Response, allowed);
            endpoints.Map(path, context => isShared && !IsPreflight(context) && !_claim.Claims(context)
                ? RefuseForOthers(context, allowed)
                : RunAsync(context, handler, refused)).WithOrder(OrderOf(path) + 1);
        }

        foreach (var prefix in prefixes.Select(static prefix => prefix.TrimEnd('/')).Distinct(StringComparer.OrdinalIgnoreCase))
            endpoints.Map($"{prefix}/{{**rest}}", context => RunAsync(context, NotFound, refused)).WithOrder(LastOrder);
    }

    // A literal segment wins over a parameter even where only the parameter's route knows the method: then the method is wrong.
    private static int OrderOf(string path) => 2 * path.Count(static character => character == '{');

    // The server answers in the words of the platform that the path belongs to.
    private static Task RefuseForOthers(HttpContext context, string allowed)
    {
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = allowed;
        return Task.CompletedTask;
    }

    private Task RunAsync(HttpContext context, AkshiHandler handler, RouteRules rules) =>
        IsPreflight(context)
            ? _cors.AnswerPreflightAsync(context)
            : _pipeline.RunAsync(context, handler, rules);

    private static ValueTask<JsonAnswer> MethodNotAllowed(HttpResponse response, string allowed)
    {
        response.Headers.Allow = allowed;
        return new(new AkshiError(
            StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed, $"This path takes {allowed} and nothing else."));
    }

    private static bool IsPreflight(HttpContext context) =>
        HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.Origin.Count > 0;

    private static ValueTask<JsonAnswer> NotFound(AkshiCall call) => new(AkshiErrors.NotFound("There is nothing at this path."));
}
