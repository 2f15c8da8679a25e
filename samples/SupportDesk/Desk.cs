using Trellis.Aerostack;
using Trellis.Server;

namespace Trellis.Samples.SupportDesk;

/// <summary>The way to the platform: the server that the environment names, or else one in this process.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly TrellisServer? _server;

    private Desk(AerostackClientOptions options, TrellisServer? server)
    {
        _server = server;
        Address = options.BaseUrl;
        Client = new AerostackClient(options);
    }

    public Uri Address { get; }

    public AerostackClient Client { get; }

    /// <summary>What a second process needs to reach a server in this one; <see langword="null"/> for a server elsewhere.</summary>
    public string? DataDirectory => _server?.DataDirectory;

    public static async Task<Desk> OpenAsync(CancellationToken cancellationToken)
    {
        var options = AerostackClientOptions.FromEnvironment();
        if (options.ApiKey is not null) return new(options, server: null);

        var server = await TrellisServer.StartAsync(new TrellisServerOptions(), cancellationToken);
        options.BaseUrl = new Uri(server.Url, "/v1");
        options.ApiKey = server.Credentials!.Reveal("aerostack", "apiKey");
        return new(options, server);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }
}
