using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A method at a route of a platform, as the server has mapped it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Pattern">The route.</param>
/// <param name="Credentials">What opens it.</param>
internal sealed record ApiRoute(string Method, RoutePattern Pattern, RouteCredentials Credentials)
{
    // A document of version 3.1 has no CONNECT: the same route has GET, with which sockets begin over HTTP/1.1.
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "HEAD", "PATCH", "TRACE"];

    /// <summary>The route's template as the module wrote it.</summary>
    public string Template => Pattern.RawText ?? "";

    /// <summary>The path as the document has it: without constraints, and a parameter that takes the rest of the path is one like others.</summary>
    public string Path => "/" + string.Join('/', Pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    /// <summary>
    /// The operations that a platform has mapped. What answers any method (the refusals of unknown paths) is none, nor are the preflights of browsers.
    /// </summary>
    public static IEnumerable<ApiRoute> Of(EndpointDataSource endpoints, string platform) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<EndpointPlatform>()?.Name == platform
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        where Methods.Contains(method)
        select new ApiRoute(method, endpoint.RoutePattern, endpoint.Metadata.GetMetadata<RouteCredentials>() ?? RouteCredentials.None);
}
