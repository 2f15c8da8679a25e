using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Findings;
using Trellis.TestInfrastructure.Logging;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>A project folder with a <c>runtime.toml</c>, a server that runs its agents, and the parts around them that a test decides on.</summary>
internal sealed class World : IAsyncDisposable
{
    /// <summary>No other timer of the server has this length, so that a test knows when an agent waits.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(7_777);

    private const string Prelude = "runtime = { tick_interval_ms = 7777 }\n";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("trellis-akshi-");
    private AkshiServer? _server;

    public World() => Directory.CreateDirectory(Folder);

    public FakeEnvironment Environment { get; } = [];

    public RecordingSink Sink { get; private set; } = new();

    /// <summary>The lines of the server's own log.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Where the server keeps its data; null for a file.</summary>
    public string? Store { get; init; }

    /// <summary>Whether findings, approvals and models are the runtime's own.</summary>
    public bool IsReal { get; init; }

    public FakeInference Inference { get; } = new();

    public FakeApprovals Approvals { get; } = new();

    public List<NewFinding> FindingsKept { get; } = [];

    public AkshiServer Server => _server!;

    public ManualTimeProvider Clock => Server.Clock;

    public string Data => _data.FullName;

    public string Folder => Path.Combine(_data.FullName, "project");

    public NewFinding[] Findings
    {
        get
        {
            lock (FindingsKept)
                return [.. FindingsKept];
        }
    }

    /// <summary>The findings as <c>file|severity|summary</c>.</summary>
    public string[] Told => [.. Findings.Select(static finding => $"{finding.File}|{finding.Severity}|{finding.Summary}")];

    public static async Task<World> StartAsync(string toml, params (string Path, string Text)[] files)
    {
        var world = new World();
        foreach (var (path, text) in files)
            world.Write(path, text);
        world.Configure(toml);
        await world.StartAsync();
        return world;
    }

    public async Task StartAsync() => _server = await AkshiServer.StartAsync(new ServerSetup
    {
        DataDirectory = Data,
        Store = Store,
        Fakes = new FakesModule(this),
        ConfigureLogging = logging => logging.AddProvider(Log),
        Configuration = { ["akshi:file"] = "project/runtime.toml" },
    });

    /// <summary>Stops the server and starts it anew on the same data, with a clock and events that begin anew too.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Sink = new RecordingSink();
        await StartAsync();
    }

    /// <summary>Writes the file; the model that the fake pretends to be there is that of its routes.</summary>
    public void Configure(string toml)
    {
        Inference.HasModel = toml.Contains("[[router.routes]]");
        Inference.HasLocalModel = toml.Contains("'ollama'") || toml.Contains("\"ollama\"") || toml.Contains("'echo'");
        Write("runtime.toml", Prelude + toml);
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Append(string path, string text) => File.AppendAllText(Path.Combine(Folder, path), text);

    /// <summary>Waits until an agent has ended so many ticks.</summary>
    public Task RunsAsync(string agent, int count) => Sink.WaitForRunsAsync(agent, count);

    /// <summary>Lets the time come for the next tick, and waits until it has ended.</summary>
    public Task TickAsync(string agent) => TickAsync(agent, Interval);

    public async Task TickAsync(string agent, TimeSpan wait)
    {
        var runs = Sink.Runs(agent).Count;
        await Clock.WaitForTimerAsync(wait, AkshiServer.Cancellation);
        Clock.Advance(wait);
        await RunsAsync(agent, runs + 1);
    }

    public async Task<JsonObject> StatusAsync(string agent) =>
        (await Server.GetAsync($"/api/v1/status?agent={agent}")).ShouldBe(200).Array.ShouldHaveSingleItem()!.AsObject();

    /// <summary>Who did what the audit trail remembers of an action.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(string action) => await Server.Store.ReadAsync(session => session.QueryAsync(
        $"SELECT actor_id FROM audit_records WHERE action = {action} ORDER BY sequence_number", static row => row.Text(0)), AkshiServer.Cancellation);

    public async Task<string[]> LogsAsync(string? agent = null) =>
        [.. (await Server.GetAsync("/api/v1/logs?limit=1000")).ShouldBe(200).Json["logs"]!.AsArray()
            .Where(entry => agent is null || entry!["agent"]?.GetValue<string>() == agent)
            .Select(static entry => $"{entry!["level"]}: {entry["message"]}")];

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
