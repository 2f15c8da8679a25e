using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Publishes keys over HTTP on a loopback address, and counts who asks.</summary>
internal sealed class JwksServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private JwksServer(WebApplication app) => _app = app;

    public Uri Uri => new(new Uri(_app.Urls.First()), "/jwks.json");

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>What is answered; null for a failure.</summary>
    public string? Jwks { get; set; }

    public int FailureStatus { get; set; } = StatusCodes.Status503ServiceUnavailable;

    public static async Task<JwksServer> StartAsync(string? jwks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new JwksServer(app) { Jwks = jwks };
        app.MapGet("/jwks.json", server.AnswerAsync);
        app.MapGet("/elsewhere", () => Results.Text(server.Jwks ?? "{}"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (Jwks is { } jwks)
            return context.Response.WriteAsync(jwks);
        context.Response.StatusCode = FailureStatus;
        context.Response.Headers.Location = "/elsewhere";
        return Task.CompletedTask;
    }
}
