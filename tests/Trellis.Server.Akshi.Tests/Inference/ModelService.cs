using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Inference;

/// <summary>A provider on a loopback port that streams an answer in OpenAI's protocol, or fails while it is told to.</summary>
internal sealed class ModelService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _calls;

    private ModelService(WebApplication application) => _application = application;

    /// <summary>Without a path, as Ollama's address is documented.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether it answers with 500.</summary>
    public bool Fails { get; set; }

    public static async Task<ModelService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var service = new ModelService(application);
        application.Run(service.AnswerAsync);
        await application.StartAsync(AkshiServer.Cancellation);
        service.Url = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return service;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        if (Fails || context.Request.Path != "/v1/chat/completions")
        {
            context.Response.StatusCode = 500;
            return;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var model = body.RootElement.GetProperty("model").GetString();
        context.Response.ContentType = "text/event-stream";
        foreach (var word in new[] { "said ", "by ", model! })
        {
            await context.Response.WriteAsync(
                $$$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"{{{word}}}"}}]}{{{"\n\n"}}}""",
                context.RequestAborted);
        }

        await context.Response.WriteAsync(
            """data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\ndata: [DONE]\n\n",
            context.RequestAborted);
    }
}
