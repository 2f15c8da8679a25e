using Microsoft.Extensions.Configuration;
using Trellis.Server;

namespace Trellis.LoadTest;

/// <summary>A server whose Akshi runtime has a configuration of its own. Nobody asks so often by hand: the limit of a dashboard is lifted.</summary>
internal sealed class RuntimeServer : IAsyncDisposable
{
    private readonly TrellisServer _server;
    private readonly string _file;

    private RuntimeServer(TrellisServer server, string file) => (_server, _file) = (server, file);

    public Uri Url => _server.Url;

    public string Token => _server.Credentials!.Reveal("akshi", "token");

    /// <summary>Starts it.</summary>
    /// <param name="agents">Tables that follow the settings of the runtime.</param>
    /// <param name="folder">Where the configuration lies and agents find their files; null for the folder of temporary files.</param>
    public static async Task<RuntimeServer> StartAsync(string agents = "", string? folder = null)
    {
        var file = Path.Combine(folder ?? Path.GetTempPath(), $"runtime-{Guid.NewGuid():N}.toml");
        await File.WriteAllTextAsync(file, $"[dashboard]\nrate_limit = 0\n{agents}");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["akshi:file"] = file }).Build();
        return new(await TrellisServer.StartAsync(new TrellisServerOptions { Configuration = configuration, IsDurable = true }), file);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        File.Delete(_file);
    }
}
