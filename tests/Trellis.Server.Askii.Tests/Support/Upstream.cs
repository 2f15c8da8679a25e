using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>A model upstream that answers as a test tells it, on a loopback port. Its model is <c>m</c>: 1 dollar per million tokens in, 1000 out.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    public Dictionary<string, string?> Configuration => new()
    {
        ["models:upstreams:0:name"] = "test",
        ["models:upstreams:0:baseUrl"] = _app.Urls.Single() + "/v1",
        ["models:upstreams:0:models:0:name"] = "m",
        ["models:upstreams:0:models:0:inputPerMillion"] = "1",
        ["models:upstreams:0:models:0:outputPerMillion"] = "1000",
        ["models:upstreams:0:models:1:name"] = "vendor/other",
        ["models:upstreams:0:models:1:inputPerMillion"] = "0",
        ["models:upstreams:0:models:1:outputPerMillion"] = "0",
    };

    public static async Task<Upstream> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new Upstream(app);
    }

    /// <summary>Answers plainly and says that it used 10 tokens in and 20 out.</summary>
    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            """{"object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"}}],"usage":{"prompt_tokens":10,"completion_tokens":20}}""");
    }

    /// <summary>Sends a piece of a stream.</summary>
    public static async Task SendDeltaAsync(HttpContext context, string text)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n");
        await context.Response.Body.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
