using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Console.Http;

/// <summary>Whether a form was sent from a page of ours, as far as the browser tells (Fetch Metadata, RFC 6454).</summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
