using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;

namespace Trellis.Server.Console.Rendering;

/// <summary>Renders pages: whole documents, made on the server by Blazor's renderer. Safe for concurrent use.</summary>
internal sealed class PageRenderer(ILoggerFactory loggers)
{
    /// <summary>Writes the page of a session.</summary>
    public async Task WriteAsync(ConsoleCall call, ConsoleResult.Document document)
    {
        var navigation = await NavigationState.ReadAsync(call);
        await WriteAsync<Cascade>(
            call.Context,
            document.Status,
            new()
            {
                [nameof(Cascade.Content)] = Cascade.Of(call, Cascade.Of(navigation, builder =>
                {
                    builder.OpenComponent<Frame>(0);
                    builder.AddComponentParameter(1, nameof(Frame.Title), document.Title);
                    builder.AddComponentParameter(2, nameof(Frame.ChildContent), document.Body);
                    builder.CloseComponent();
                })),
            });
    }

    /// <summary>Writes a document.</summary>
    public async Task WriteAsync<TDocument>(HttpContext context, int status, Dictionary<string, object?> parameters)
        where TDocument : IComponent
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        var body = Encoding.UTF8.GetBytes(html);

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
