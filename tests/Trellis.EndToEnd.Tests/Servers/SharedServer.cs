using Trellis.Askii;

[assembly: AssemblyFixture(typeof(Trellis.EndToEnd.Tests.Servers.SharedServer))]

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>One server for all tests that do it no harm. Each test is a user of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private readonly TokenIssuer _issuer = new();
    private ServerProcess? _process;

    internal ServerProcess Process => _process!;

    internal DataFolder Data => _data;

    internal Uri Url => Process.Url;

    /// <summary>The issuer of the users' tokens, whom the server trusts.</summary>
    internal TokenIssuer Issuer => _issuer;

    public async ValueTask InitializeAsync()
    {
        _data.Configure(_issuer.Trust(_data));
        _process = await ServerProcess.StartAsync(_data);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _issuer.Dispose();
        _data.Dispose();
    }

    /// <summary>The token of somebody whom the server has never seen.</summary>
    internal string NewToken() => _issuer.Issue($"user-{Guid.NewGuid():N}");

    /// <summary>A client of somebody whom the server has never seen.</summary>
    internal AskiiClient NewClient(Action<AskiiClientOptions>? configure = null) => AskiiClients.Create(Url, NewToken(), configure);
}
