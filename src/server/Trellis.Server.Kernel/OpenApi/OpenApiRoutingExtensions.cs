using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>Serves the documents of the platforms.</summary>
public static class OpenApiRoutingExtensions
{
    /// <summary>
    /// Maps <c>/openapi/NAME.json</c> for each module that has an <see cref="IServerModule.Api"/>. The documents hold no secret and are for anybody; each is made
    /// when it is first asked for.
    /// </summary>
    public static void MapOpenApi(this IEndpointRouteBuilder endpoints, IEnumerable<IServerModule> modules)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(modules);

        foreach (var module in modules)
        {
            if (module.Api is not { } api)
                continue;

            var services = endpoints.ServiceProvider;
            var document = new Lazy<Task<PublishedDocument>>(() => PublishedDocument.CreateAsync(module, api, services.GetRequiredService<EndpointDataSource>()));
            endpoints.MapGet($"/openapi/{module.Name}.json", async context => await SendAsync(context, await document.Value));
        }
    }

    private static async Task SendAsync(HttpContext context, PublishedDocument document)
    {
        var response = context.Response;
        response.Headers.ETag = document.ETag;
        response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Any(tags => tags?.Split(',').Any(tag => IsSame(tag.Trim(), document.ETag)) ?? false))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json";
        response.ContentLength = document.Body.Length;
        await response.Body.WriteAsync(document.Body, context.RequestAborted);
    }

    // Weak comparison (RFC 9110, section 13.1.2): a proxy that compresses makes the tag a weak one.
    private static bool IsSame(string sent, string own) => sent == "*" || sent == own || sent == $"W/{own}";
}
