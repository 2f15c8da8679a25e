using Trellis.Akshi;
using Trellis.Server;

namespace Trellis.Samples.LogWatch;

/// <summary>An Akshi runtime in this process, on a free port, and a client of it.</summary>
internal sealed class Runtime : IAsyncDisposable
{
    private readonly TrellisServer _server;

    private Runtime(TrellisServer server)
    {
        _server = server;
        Akshi = new AkshiClient(new AkshiClientOptions
        {
            BaseUrl = server.Url,
            Token = server.Credentials!.Reveal("akshi", "token"),
        });
    }

    /// <summary>Where it is.</summary>
    public Uri Address => _server.Url;

    public AkshiClient Akshi { get; }

    /// <param name="data">The data directory, which holds the configuration.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static async Task<Runtime> StartAsync(string data, CancellationToken cancellationToken) =>
        new(await TrellisServer.StartAsync(new TrellisServerOptions { DataDirectory = data }, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        Akshi.Dispose();
        await _server.DisposeAsync();
    }
}
