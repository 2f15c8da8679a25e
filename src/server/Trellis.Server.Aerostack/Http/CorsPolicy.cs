using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Aerostack.Http;

/// <summary>
/// Lets pages of other origins call the platform, where <c>aerostack.cors.origins</c> names them (contract, section 1.7). Nothing here relies on
/// cookies, so credentials are never allowed. Safe for concurrent use.
/// </summary>
/// <seealso href="https://fetch.spec.whatwg.org/#http-cors-protocol">The protocol</seealso>
internal sealed class CorsPolicy
{
    private const string Methods = "GET, POST, PUT, PATCH, DELETE";
    private const string RequestHeaders =
        "content-type, authorization, x-aerostack-key, x-api-key, x-request-id, x-project-id, x-aerostack-function, x-sdk-version";

    private const string AnswerHeaders = "Retry-After, X-Request-ID";
    private const string Seconds = "600";
    private const string Everybody = "*";

    private readonly HashSet<string> _origins;

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">An origin is neither <c>*</c> nor a scheme and a host.</exception>
    public CorsPolicy(IConfiguration section)
    {
        _origins = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetSection("origins").GetChildren())
            _origins.Add(Check(entry.Value));
    }

    /// <summary>Whether any other origin may call.</summary>
    public bool IsEnabled => _origins.Count > 0;

    /// <summary>Tells the browser that it may show the answer to the page, if it may.</summary>
    public void Apply(HttpContext context)
    {
        if (!IsEnabled)
            return;

        var headers = context.Response.Headers;
        headers.Append("Vary", "Origin");
        if (context.Request.Headers.Origin is not [{ Length: > 0 } origin] || !Allows(origin))
            return;

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = AnswerHeaders;
    }

    /// <summary>Answers the question that a browser asks before the request itself.</summary>
    public Task AnswerPreflightAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        Apply(context);
        if (context.Response.Headers.AccessControlAllowOrigin.Count > 0)
        {
            context.Response.Headers.AccessControlAllowMethods = Methods;
            context.Response.Headers.AccessControlAllowHeaders = RequestHeaders;
            context.Response.Headers.AccessControlMaxAge = Seconds;
        }

        return Task.CompletedTask;
    }

    private static string Check(string? origin) =>
        origin == Everybody
        || (Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.GetLeftPart(UriPartial.Authority) == origin)
            ? origin!
            : throw new ArgumentException("Each of 'aerostack.cors.origins' is '*' or an origin such as 'http://localhost:5173'.", nameof(origin));

    private bool Allows(string origin) => _origins.Contains(Everybody) || _origins.Contains(origin);
}
