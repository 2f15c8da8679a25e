using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Console.Http;

/// <summary>Maps pages and what their forms do. Paths are below <see cref="ConsolePaths.Prefix"/>.</summary>
internal sealed class ConsoleRoutes(IEndpointRouteBuilder endpoints)
{
    private readonly ConsolePipeline _pipeline = endpoints.ServiceProvider.GetRequiredService<ConsolePipeline>();

    /// <summary>A registered service.</summary>
    public T Service<T>()
        where T : class => endpoints.ServiceProvider.GetRequiredService<T>();

    /// <summary>Maps a page, for whoever has signed in.</summary>
    public void Get(string path, ConsoleHandler handler) =>
        endpoints.MapMethods(ConsolePaths.Prefix + path, ["GET"], context => _pipeline.ShowAsync(context, handler));

    /// <summary>Maps what a form does, for whoever has signed in and was given the form by us.</summary>
    public void Post(string path, ConsoleHandler handler) =>
        endpoints.MapMethods(ConsolePaths.Prefix + path, ["POST"], context => _pipeline.ActAsync(context, handler));

    /// <summary>Maps what takes a file, which has a limit of its own and is not kept in between.</summary>
    public void Upload(string path, UploadHandler handler) =>
        endpoints.MapMethods(ConsolePaths.Prefix + path, ["POST"], context => _pipeline.ReceiveAsync(context, handler));

    /// <summary>Maps what anybody may ask for; the path is complete.</summary>
    public void Open(string method, string path, RequestDelegate handler) => endpoints.MapMethods(path, [method], handler);
}
