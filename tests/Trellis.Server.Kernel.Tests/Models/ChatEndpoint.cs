using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

/// <summary>The smallest server on top of the catalog: what a module does, without keys and budgets.</summary>
internal sealed class ChatEndpoint : IAsyncDisposable
{
    private readonly TestServer _server;

    private ChatEndpoint(TestServer server, BlockingCollection<TokenUsage> bills)
    {
        _server = server;
        Bills = bills;
    }

    public HttpClient Client => _server.Client;

    public Uri Url => new(_server.Url, "v1");

    /// <summary>What was settled, in order.</summary>
    public BlockingCollection<TokenUsage> Bills { get; }

    public static async Task<ChatEndpoint> StartAsync(string models, Func<TokenUsage, ValueTask>? settle = null)
    {
        var bills = new BlockingCollection<TokenUsage>();
        var server = await TestServer.StartAsync(
            services => services.AddModels(TestCatalog.Section(models)),
            app =>
            {
                var catalog = app.Services.GetRequiredService<IModelCatalog>();
                app.MapGet("/v1/models", () => Results.Bytes(OpenAiModelList.Write(catalog.Models).ToArray(), "application/json"));
                app.MapPost("/v1/chat/completions", async context =>
                {
                    var body = new MemoryStream();
                    await context.Request.Body.CopyToAsync(body);
                    if (!ChatRequestParser.TryParse(body.ToArray(), out var request, out var error))
                    {
                        await error.WriteAsync(context.Response);
                        return;
                    }

                    if (!catalog.TryResolve(request.Model ?? "", out var model))
                    {
                        await OpenAiError.ModelNotFound(request.Model ?? "").WriteAsync(context.Response);
                        return;
                    }

                    await ChatResponseWriter.WriteAsync(
                        context.Response,
                        await model.CompleteAsync(request),
                        async usage =>
                        {
                            bills.Add(usage);
                            await (settle?.Invoke(usage) ?? ValueTask.CompletedTask);
                        });
                });
            });
        return new ChatEndpoint(server, bills);
    }

    /// <summary>The section of one upstream with the model <c>m</c>.</summary>
    public static string Upstream(Uri url) =>
        $$"""{"upstreams":[{"name":"up","baseUrl":"{{url}}v1","models":[{"name":"m","inputPerMillion":1,"outputPerMillion":2}]}]}""";

    public Task<HttpResponseMessage> PostAsync(string body) => Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = new StringContent(body) },
        HttpCompletionOption.ResponseHeadersRead);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Bills.Dispose();
    }
}
