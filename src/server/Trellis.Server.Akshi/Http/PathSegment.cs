using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Trellis.Server.Akshi.Http;

/// <summary>
/// Reads parameters of the path from the request line. The web server decodes every escape but <c>%2F</c>, and after that nobody can tell
/// <c>%252F</c> from <c>%2F</c>.
/// </summary>
internal static class PathSegment
{
    /// <summary>The decoded segment of a parameter of the route that was taken.</summary>
    public static string Read(HttpContext context, string name)
    {
        var pattern = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern;
        var index = pattern.PathSegments.Select(static (segment, index) => (segment, index))
            .First(pair => pair.segment.Parts is [RoutePatternParameterPart part] && part.Name == name).index;

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0];
        if (Uri.TryCreate(path, UriKind.Absolute, out var absolute) && path[0] != '/')
            path = absolute.AbsolutePath;

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return index < segments.Length ? Clean(Uri.UnescapeDataString(segments[index])) : (string)context.GetRouteValue(name)!;
    }

    // No store keeps U+0000; so it matches nothing.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
