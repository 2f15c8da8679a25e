using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Aerostack.Tests.Support;

/// <summary>A real server on a loopback port, on a clock that the test moves.</summary>
internal sealed class AerostackServer : IAsyncDisposable
{
    private readonly TrellisServer _server;

    private AerostackServer(TrellisServer server, ManualTimeProvider clock)
    {
        _server = server;
        Clock = clock;
        Http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public Uri Url => _server.Url;

    public string DataDirectory => _server.DataDirectory;

    public IServiceProvider Services => _server.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    public ServerCredentials Credentials => _server.Credentials!;

    /// <summary>The project of the first start, with the key of <c>credentials.json</c>.</summary>
    public ProjectClient First => field ??= new ProjectClient(this, "default", Credentials.Reveal("aerostack", "apiKey"));

    public static Task<AerostackServer> StartAsync() => StartAsync(new ServerSetup());

    public static async Task<AerostackServer> StartAsync(ServerSetup setup)
    {
        var clock = setup.Clock ?? new ManualTimeProvider();
        var server = await TrellisServer.StartAsync(
            new TrellisServerOptions
            {
                TimeProvider = clock,
                DataDirectory = setup.DataDirectory,
                Store = setup.Store,
                ConfigureLogging = setup.ConfigureLogging,
                Configuration = new ConfigurationBuilder().AddInMemoryCollection(setup.Configuration).Build(),
            },
            Cancellation);
        return new AerostackServer(server, clock);
    }

    /// <summary>Sends a request with a project key as the SDKs do, raw in <c>X-Aerostack-Key</c>.</summary>
    public async Task<Reply> SendAsync(
        string method, string path, string? key, string? body = null, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
            request.Headers.Add("X-Aerostack-Key", key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        prepare?.Invoke(request);
        using var response = await Http.SendAsync(request, Cancellation);
        return await Reply.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}
