using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>A real server on a loopback port, on a clock that the test moves, and what a test asks of it.</summary>
internal sealed class AskiiServer : IAsyncDisposable
{
    private readonly TrellisServer _server;
    private readonly HttpClient _http;

    private AskiiServer(TrellisServer server, ManualTimeProvider clock)
    {
        _server = server;
        Clock = clock;
        _http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public HttpClient Http => _http;

    public IServiceProvider Services => _server.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    public string DeveloperToken => _server.Credentials!.Reveal("askii", "token")!;

    public static Task<AskiiServer> StartAsync() => StartAsync(new ServerSetup());

    public static async Task<AskiiServer> StartAsync(ServerSetup setup)
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
        return new AskiiServer(server, clock);
    }

    /// <summary>A token of the server's own issuer.</summary>
    public async Task<string> TokenAsync(string subject, long organisationId = 1, TimeSpan? lifetime = null)
    {
        var token = await Services.GetRequiredService<TokenIssuer>()
            .IssueAsync(organisationId, subject, lifetime ?? TimeSpan.FromDays(3000), Cancellation);
        return token.Reveal();
    }

    public async Task<AskiiUser> UserAsync(string subject = "ada") => new(this, await TokenAsync(subject));

    /// <summary>Posts any text as JSON.</summary>
    public Task<Answer> PostAsync(string path, string body) =>
        PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<Answer> PostAsync(string path, HttpContent body)
    {
        using var response = await _http.PostAsync(path, body, Cancellation);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostAsync(string path, JsonNode body) => PostAsync(path, body.ToJsonString());

    /// <summary>Sends a request with a key as Bearer.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? key, JsonNode? body = null)
    {
        using var response = await SendRawAsync(method, path, key, body?.ToJsonString(), HttpCompletionOption.ResponseContentRead);
        return await Answer.ReadAsync(response);
    }

    public Task<HttpResponseMessage> SendRawAsync(
        HttpMethod method, string path, string? key, string? body, HttpCompletionOption completion, CancellationToken? cancellation = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return _http.SendAsync(request, completion, cancellation ?? Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
