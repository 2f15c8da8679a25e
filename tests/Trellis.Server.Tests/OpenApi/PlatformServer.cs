namespace Trellis.Server.Tests.OpenApi;

/// <summary>A server with all platforms, and an outsider who asks it.</summary>
public sealed class PlatformServer : IAsyncLifetime
{
    private TrellisServer? _server;

    internal TrellisServer Server => _server!;

    internal HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        Client.BaseAddress = _server.Url;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    internal Task<string> TextAsync(string platform) => Client.GetStringAsync($"/openapi/{platform}.json", TestContext.Current.CancellationToken);

    internal Task<DocumentedCaller> CallerAsync(string platform, string? credential) => DocumentedCaller.CreateAsync(Server, platform, credential);

    internal Task<DocumentedCaller> CallerWithAsync(string platform, string credential) => CallerAsync(platform, Server.Credentials!.Reveal(platform, credential));
}
