using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Search;

/// <summary>A provider of embeddings over real HTTP. Its vectors count what a text is about: animals, money, weather.</summary>
internal sealed class EmbeddingUpstream : IAsyncDisposable
{
    private static readonly string[][] Subjects = [["cat", "dog", "kitten", "pet"], ["price", "refund", "invoice", "money"], ["rain", "sun", "storm", "cloud"]];

    private readonly WebApplication _application;

    private EmbeddingUpstream(WebApplication application) => _application = application;

    public string Url => _application.Urls.Single();

    /// <summary>The models that were asked for, in their order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What it answers with instead of vectors; null for vectors.</summary>
    public int? Failing { get; set; }

    /// <summary>The section <c>models</c> of a server that uses it.</summary>
    public Dictionary<string, string?> Configuration => new()
    {
        ["models:upstreams:0:name"] = "up",
        ["models:upstreams:0:baseUrl"] = $"{Url}/v1",
        ["models:upstreams:0:embeddings:0:name"] = "small",
        ["models:upstreams:0:embeddings:1:name"] = "bge-m3",
    };

    public static async Task<EmbeddingUpstream> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        var upstream = new EmbeddingUpstream(application);
        application.UseRouting();
        application.MapPost("/v1/embeddings", upstream.AnswerAsync);
        await application.StartAsync(AerostackServer.Cancellation);
        return upstream;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Asked.Add(body["model"]!.GetValue<string>());
        if (Failing is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var data = new JsonArray();
        foreach (var text in body["input"]!.AsArray())
            data.Add(new JsonObject { ["index"] = data.Count, ["embedding"] = Embed(text!.GetValue<string>()) });
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["data"] = data }.ToJsonString());
    }

    private static JsonArray Embed(string text) =>
        new([.. Subjects.Select(words => (JsonNode)JsonValue.Create(0.1 + words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))))]);
}
