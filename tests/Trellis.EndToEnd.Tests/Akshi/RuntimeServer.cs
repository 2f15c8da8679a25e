using Trellis.Akshi;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

[assembly: AssemblyFixture(typeof(Trellis.EndToEnd.Tests.Akshi.RuntimeServer))]

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>
/// One runtime for all tests of the Akshi platform that do it no harm. It has an agent that reads a log by itself, one that asks a person first,
/// one that takes tasks, and one with a secret.
/// </summary>
public sealed class RuntimeServer : IAsyncLifetime
{
    /// <summary>The agent that reads <c>logs/watched.log</c>.</summary>
    internal const string Watcher = "log watcher";

    /// <summary>The agent that asks a person before it reads <c>logs/guarded.log</c>.</summary>
    internal const string Guarded = "guarded";

    /// <summary>The agent that takes tasks.</summary>
    internal const string Worker = "worker";

    /// <summary>The agent that may use a secret for <c>api</c>.</summary>
    internal const string Holder = "holder";

    private const string Configuration = """
        [dashboard]
        rate_limit = 0

        [runtime]
        tick_interval_ms = 200

        [[agents]]
        name = "log watcher"
        kind = "declarative"
        file_pattern = "logs/watched.log"
        append_only = true
        capabilities = ["filesystem"]

        [[agents.rules]]
        pattern = '^ERROR'
        severity = "warning"

        [[agents]]
        name = "guarded"
        kind = "declarative"
        file_pattern = "logs/guarded.log"
        append_only = true
        capabilities = ["filesystem"]

        [agents.approval]
        filesystem = true

        [[agents.rules]]
        pattern = '^ERROR'
        severity = "critical"

        [[agents]]
        name = "worker"
        kind = "declarative"
        file_pattern = "logs/none.log"
        capabilities = ["filesystem", "a2a"]

        [[agents.rules]]
        pattern = 'x'

        [[agents]]
        name = "holder"
        kind = "declarative"
        file_pattern = "logs/none.log"
        capabilities = ["filesystem", "http_fetch"]

        [[agents.rules]]
        pattern = 'x'

        [[agents.endpoints]]
        name = "api"
        url = "https://api.example.com"
        secret_env_var = "RUNTIME_TEST_SECRET"
        """;

    private readonly DataFolder _data = new();
    private ServerProcess? _process;

    internal Uri Url => _process!.Url;

    internal DataFolder Data => _data;

    /// <summary>What opens the runtime.</summary>
    internal string Token => _data.ReadJson("credentials.json")["akshi"]!["token"]!.GetValue<string>();

    public async ValueTask InitializeAsync()
    {
        _data.Write("runtime.toml", Configuration);
        Directory.CreateDirectory(_data.File("logs"));
        _process = await ServerProcess.StartAsync(_data);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>The real client.</summary>
    /// <param name="url">Where it goes instead of straight to the server.</param>
    internal AkshiClient Client(Uri? url = null) => new(new AkshiClientOptions
    {
        BaseUrl = url ?? Url,
        Token = Token,
        AttemptTimeout = Patience.Long,
    });

    /// <summary>Runs <c>trellis akshi</c> in a process of its own.</summary>
    internal Task<ProgramRun> CommandLineAsync(params string[] arguments) => ProgramRun.OfAsync(
        BuiltPrograms.CommandLine,
        ["akshi", .. arguments],
        new Dictionary<string, string> { ["AKSHI_BASE_URL"] = Url.ToString(), ["AKSHI_TOKEN"] = Token });

    /// <summary>Adds lines to a log that an agent reads.</summary>
    internal void Append(string log, params string[] lines) => File.AppendAllLines(Path.Combine(_data.Path, "logs", log), lines);
}
