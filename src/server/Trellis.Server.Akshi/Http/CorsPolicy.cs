using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Akshi.Http;

/// <summary>Lets pages of the listed origins call the platform, with the cookie too (contract, section 1.2). Safe for concurrent use.</summary>
/// <seealso href="https://fetch.spec.whatwg.org/#http-cors-protocol">The protocol</seealso>
internal sealed class CorsPolicy(Dashboard dashboard)
{
    private const string Methods = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    private const string RequestHeaders = "Authorization, Content-Type, X-Akshi-Csrf, Last-Event-ID";
    private const string AnswerHeaders = "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After";

    /// <summary>Tells the browser that it may show the answer to the page, if it may.</summary>
    public bool Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Append("Vary", "Origin");
        if (context.Request.Headers.Origin is not [{ Length: > 0 } origin] || !dashboard.Settings.CorsOrigins.Contains(origin, StringComparer.Ordinal))
            return false;

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = AnswerHeaders;
        return true;
    }

    /// <summary>Answers the question that a browser asks before the request itself.</summary>
    public Task AnswerPreflightAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (Apply(context))
        {
            context.Response.Headers.AccessControlAllowMethods = Methods;
            context.Response.Headers.AccessControlAllowHeaders = RequestHeaders;
        }

        return Task.CompletedTask;
    }
}
