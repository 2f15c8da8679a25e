using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Cli.Tests.Processes;

/// <summary>A server on a free port of this machine that gives every request the same answer.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TaskCompletionSource<string> _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private StubServer(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _firstRequest.TrySetResult($"{context.Request.Method} {context.Request.Path} {await reader.ReadToEndAsync(context.RequestAborted)}");
            await answer(context);
        });
    }

    public string Url => _app.Urls.First();

    /// <summary>Method, path and body of the first request, once it is there.</summary>
    public Task<string> FirstRequest => _firstRequest.Task;

    public static Task<StubServer> AnsweringAsync(int status, string json) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    });

    /// <summary>A server that reads each request and never answers.</summary>
    public static Task<StubServer> SilentAsync() => StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
        .ContinueWith(static _ => { }, TaskScheduler.Default));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new StubServer(answer);
        await server._app.StartAsync();
        return server;
    }
}
