using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>A real server on a loopback port, on a clock that the test moves.</summary>
internal sealed class AkshiServer : IAsyncDisposable
{
    private readonly TrellisServer _server;

    private AkshiServer(TrellisServer server, ManualTimeProvider clock)
    {
        _server = server;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = server.Url,
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public Uri Url => _server.Url;

    public string DataDirectory => _server.DataDirectory;

    public IServiceProvider Services => _server.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    public ServerCredentials Credentials => _server.Credentials!;

    /// <summary>Lifts the limits, for tests that ask more often than a person would.</summary>
    public void LiftRateLimit()
    {
        var dashboard = Services.GetRequiredService<Dashboard>();
        dashboard.Settings = dashboard.Settings with { RateLimit = 0 };
    }

    /// <summary>The token of <c>credentials.json</c>.</summary>
    public string Token => Credentials.Reveal("akshi", "token");

    public static async Task<AkshiServer> StartAsync(ServerSetup setup)
    {
        var clock = setup.Clock ?? new ManualTimeProvider();
        var server = await TrellisServer.StartAsync(
            new TrellisServerOptions
            {
                TimeProvider = clock,
                DataDirectory = setup.DataDirectory,
                Store = setup.Store,
                ConfigureLogging = setup.ConfigureLogging,
                Modules = setup.Fakes is { } fakes ? [.. ServerModules.All, fakes] : ServerModules.All,
                Configuration = new ConfigurationBuilder().AddInMemoryCollection(setup.Configuration).Build(),
            },
            Cancellation);
        return new AkshiServer(server, clock);
    }

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> PostAsync(string path, string? body = null) => SendAsync("POST", path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>Sends a request with the token.</summary>
    public Task<Reply> SendAsync(string method, string path, string? body = null) =>
        SendAsync(method, path, body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token));

    /// <summary>Opens an event stream with the token; it has begun when this returns.</summary>
    public async Task<EventReader> ListenAsync(string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return await EventReader.OpenAsync(await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation));
    }

    /// <summary>Sends a request without a credential, but for what <paramref name="prepare"/> adds.</summary>
    public async Task<Reply> SendAsync(string method, string path, string? body, Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        prepare(request);
        using var response = await Http.SendAsync(request, Cancellation);
        return await Reply.ReadAsync(response);
    }

    /// <summary>The audit records of a kind, the oldest first.</summary>
    public async Task<IReadOnlyList<AuditLogRecord>> AuditAsync(string eventType)
    {
        var owner = await Services.GetRequiredService<RuntimeOwner>().GetIdAsync(Cancellation);
        var reader = Services.GetRequiredService<IAuditReader>();
        return await Store.ReadAsync(
            session => reader.ReadOldestAsync(session, owner, new AuditFilter { EventType = eventType }, 1000), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}
