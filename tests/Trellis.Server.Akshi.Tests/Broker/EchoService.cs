using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Broker;

/// <summary>A service on a loopback port that answers with what it was sent, and remembers it.</summary>
internal sealed class EchoService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<string> _authorizations = [];

    private EchoService(WebApplication application) => _application = application;

    /// <summary>Ends with a slash.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The credentials of the requests so far.</summary>
    public IReadOnlyList<string> Authorizations => _authorizations;

    public static async Task<EchoService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var service = new EchoService(application);
        application.Run(service.AnswerAsync);
        await application.StartAsync(AkshiServer.Cancellation);
        service.Url = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return service;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        _authorizations.Add(authorization);
        if (context.Request.Path == "/v1/away")
        {
            context.Response.Redirect("http://127.0.0.1:1/elsewhere");
            return;
        }

        await context.Response.WriteAsync(
            $"{context.Request.Method} {context.Request.Path} {authorization}{context.Request.Headers["X-Service-Key"]}", context.RequestAborted);
    }
}
