using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>A real server on a loopback port, on a clock that the test moves.</summary>
internal sealed class AscendServer : IAsyncDisposable
{
    private readonly TrellisServer _server;

    private AscendServer(TrellisServer server, ManualTimeProvider clock)
    {
        _server = server;
        Clock = clock;
        Http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public Uri Url => _server.Url;

    public IServiceProvider Services => _server.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    /// <summary>The organisation of the first start, with the key and the administrator's token of <c>credentials.json</c>.</summary>
    public Tenant First => field ??= new Tenant(
        this, 1, _server.Credentials!.Reveal("ascend", "apiKey")!, _server.Credentials.Reveal("ascend", "adminToken")!);

    public static Task<AscendServer> StartAsync() => StartAsync(new ServerSetup());

    public static async Task<AscendServer> StartAsync(ServerSetup setup)
    {
        var clock = setup.Clock ?? new ManualTimeProvider();
        var server = await TrellisServer.StartAsync(
            new TrellisServerOptions
            {
                TimeProvider = clock,
                DataDirectory = setup.DataDirectory,
                Store = setup.Store,
                Configuration = new ConfigurationBuilder().AddInMemoryCollection(setup.Configuration).Build(),
            },
            Cancellation);
        return new AscendServer(server, clock);
    }

    /// <summary>Another organisation, with a key and an administrator of its own.</summary>
    public Task<Tenant> OtherTenantAsync() => Tenant.CreateAsync(this);

    /// <summary>A token of the server's own issuer.</summary>
    public async Task<string> TokenAsync(string subject, long organisationId = 1)
    {
        var token = await Services.GetRequiredService<TokenIssuer>()
            .IssueAsync(organisationId, subject, TimeSpan.FromDays(3000), Cancellation);
        return token.Reveal();
    }

    /// <summary>Sends a request with a credential as the SDKs do: in both headers.</summary>
    public async Task<Reply> SendAsync(string method, string path, string? credential, JsonNode? body = null) =>
        await SendAsync(method, path, credential, body?.ToJsonString());

    public async Task<Reply> SendAsync(string method, string path, string? credential, string? body, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (credential is not null)
        {
            request.Headers.Add("X-API-Key", credential);
            request.Headers.Add("Authorization", $"Bearer {credential}");
        }

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
