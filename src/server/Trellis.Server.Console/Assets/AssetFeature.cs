using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Assets;

/// <summary>The stylesheet, the script and the pictures, and the way from the root of the server to the console.</summary>
internal sealed class AssetFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Open("GET", "/", static context =>
        {
            context.Response.Redirect(ConsolePaths.Prefix);
            return Task.CompletedTask;
        });
        routes.Open("GET", ConsolePaths.Assets + "{name}", static context =>
        {
            if (AssetCatalog.Find(context.Request.RouteValues["name"]?.ToString() ?? "") is not { } asset)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            // The address names the content, and so what is behind it never changes.
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.ContentType = asset.ContentType;
            context.Response.ContentLength = asset.Content.Length;
            return context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
        });
    }
}
