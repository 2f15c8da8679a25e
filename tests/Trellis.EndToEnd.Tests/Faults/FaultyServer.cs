using System.Text.Json.Nodes;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Faults;

/// <summary>A server of one test that fails as the test wants.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly DataFolder _data;
    private readonly ServerProcess _process;

    private FaultyServer(DataFolder data, ServerProcess process) => (_data, _process) = (data, process);

    public Uri Url => _process.Url;

    /// <summary>Starts a server with one rule of faults.</summary>
    /// <param name="route">The requests that the fault befalls.</param>
    /// <param name="fault">What happens to them.</param>
    public static async Task<FaultyServer> StartAsync(string route, JsonObject fault)
    {
        var data = new DataFolder();
        try
        {
            fault["route"] = route;
            var faults = data.Write("faults.json", new JsonObject { ["rules"] = new JsonArray(fault) }.ToJsonString());
            return new FaultyServer(data, await ServerProcess.StartAsync(data, new ServerSettings { Faults = faults }));
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>A client as users make it, which tries three times.</summary>
    public AskiiClient NewClient(Action<AskiiClientOptions>? configure = null)
    {
        var options = new AskiiClientOptions { BaseUrl = Url, Token = _process.DeveloperToken };
        configure?.Invoke(options);
        return new AskiiClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _data.Dispose();
    }
}
