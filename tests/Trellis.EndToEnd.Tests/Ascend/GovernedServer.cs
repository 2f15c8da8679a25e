using System.Text.Json.Nodes;
using Trellis.Ascend;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Ascend;

/// <summary>A server of a class of tests, whose policies are theirs alone. It limits nobody's requests.</summary>
public sealed class GovernedServer : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private ServerProcess? _process;

    internal ServerProcess Process => _process!;

    internal Uri Url => Process.Url;

    internal string ApiKey => Credential("apiKey");

    internal string AdminToken => Credential("adminToken");

    /// <summary>What a shell has after <c>eval "$(trellis-server env)"</c>.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["ASCEND_API_URL"] = Url.ToString(),
        ["ASCEND_API_KEY"] = ApiKey,
        ["ASCEND_ADMIN_TOKEN"] = AdminToken,
    };

    public async ValueTask InitializeAsync()
    {
        _data.Configure(WithoutLimits());
        _process = await ServerProcess.StartAsync(_data);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Settings of a server that limits nobody's requests.</summary>
    internal static JsonObject WithoutLimits() => new()
    {
        ["ascend"] = new JsonObject
        {
            ["rateLimits"] = new JsonObject { ["key"] = 0, ["submit"] = 0, ["register"] = 0 },
        },
    };

    /// <summary>A client of an agent. It does not hide failures by trying again.</summary>
    internal AscendClient Agent(string agentId = "refund-agent") => Client(ApiKey, agentId);

    /// <summary>A client of the administrator.</summary>
    internal AscendClient Person() => Client(AdminToken, null);

    /// <summary>Runs <c>trellis ascend</c> in a process of its own.</summary>
    internal Task<ProgramRun> CommandLineAsync(params string[] arguments) =>
        ProgramRun.OfAsync(BuiltPrograms.CommandLine, ["ascend", .. arguments], Environment);

    private AscendClient Client(string credential, string? agentId) => new(new AscendClientOptions
    {
        BaseUrl = Url,
        ApiKey = credential,
        AgentId = agentId,
        MaxRetries = 0,
        AttemptTimeout = Patience.Long,
        PollInterval = TimeSpan.FromMilliseconds(200),
    });

    private string Credential(string name) => _data.ReadJson("credentials.json")["ascend"]![name]!.GetValue<string>();
}
