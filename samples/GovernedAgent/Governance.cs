using Trellis.Ascend;
using Trellis.Server;

namespace Trellis.Samples.GovernedAgent;

/// <summary>
/// The two ways to the governance server: the agent's, with an API key, and a person's, with a token. The server is the one that the
/// environment names, or else one in this process.
/// </summary>
internal sealed class Governance : IAsyncDisposable
{
    private const string AdminTokenVariable = "ASCEND_ADMIN_TOKEN";
    private const string DefaultAgentId = "refund-agent";

    private readonly TrellisServer? _server;

    private Governance(AscendClientOptions options, string? adminToken, TrellisServer? server)
    {
        _server = server;
        options.AgentId ??= DefaultAgentId;

        // Many actions can wait for people at once, and a key has a limit of requests a minute.
        options.PollInterval = TimeSpan.FromSeconds(5);

        // A request that times out is not tried again, and a server that has just started, on a machine with much to do, takes its time.
        options.AttemptTimeout = TimeSpan.FromSeconds(30);
        Address = options.BaseUrl;
        Agent = new AscendClient(options);
        if (adminToken is not null)
        {
            options.ApiKey = adminToken;
            Person = new AscendClient(options);
        }
    }

    public Uri Address { get; }

    public AscendClient Agent { get; }

    /// <summary><see langword="null"/> when there is no person's token: the policies are as others made them.</summary>
    public AscendClient? Person { get; }

    /// <summary>What a second process needs to reach a server in this one; <see langword="null"/> for a server elsewhere.</summary>
    public string? DataDirectory => _server?.DataDirectory;

    public static async Task<Governance> OpenAsync(CancellationToken cancellationToken)
    {
        var options = AscendClientOptions.FromEnvironment();
        if (options.ApiKey is not null)
        {
            return new(options, Environment.GetEnvironmentVariable(AdminTokenVariable) is { Length: > 0 } token ? token : null, server: null);
        }

        var server = await TrellisServer.StartAsync(new TrellisServerOptions(), cancellationToken);
        var credentials = server.Credentials!;
        options.BaseUrl = server.Url;
        options.ApiKey = credentials.Reveal("ascend", "apiKey");
        return new(options, credentials.Reveal("ascend", "adminToken"), server);
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        Person?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }
}
