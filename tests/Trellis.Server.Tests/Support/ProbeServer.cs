using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Trellis.TestInfrastructure.Logging;

namespace Trellis.Server.Tests;

/// <summary>A server in this process with the routes of one test, and a client for it.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private ProbeServer(TrellisServer server)
    {
        Server = server;
        Client = new HttpClient { BaseAddress = server.Url };
    }

    public TrellisServer Server { get; }

    public HttpClient Client { get; }

    public CapturedLog Log { get; private init; } = new();

    public static async Task<ProbeServer> StartAsync(Action<IEndpointRouteBuilder> routes, TimeSpan? shutdownTimeout = null)
    {
        var log = new CapturedLog();
        var options = new TrellisServerOptions
        {
            Modules = [new ProbeModule { Routes = routes }],
            MaxRequestBodyBytes = 1024,
            ShutdownTimeout = shutdownTimeout ?? TimeSpan.FromSeconds(10),
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log),
        };
        return new ProbeServer(await TrellisServer.StartAsync(options, TestContext.Current.CancellationToken)) { Log = log };
    }

    public Task<string> ExchangeAsync(string request) => RawHttp.ExchangeAsync(Server.Url, request);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
