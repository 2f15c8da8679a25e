using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

[assembly: AssemblyFixture(typeof(Trellis.EndToEnd.Tests.Aerostack.ProjectServer))]

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>One server for all tests of the Aerostack platform that do it no harm. Each test has a project of its own.</summary>
public sealed class ProjectServer : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private ServerProcess? _process;
    private int _projects;

    internal ServerProcess Process => _process!;

    internal DataFolder Data => _data;

    /// <summary>The address with its <c>/v1</c>, as clients of the platform have it.</summary>
    internal Uri Url => new(Process.Url, "/v1");

    public async ValueTask InitializeAsync()
    {
        _data.Configure(Settings());
        _process = await ServerProcess.StartAsync(_data);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Settings of a server that may call services of this machine, and stops runaway queries soon.</summary>
    internal static JsonObject Settings() => new()
    {
        ["aerostack"] = new JsonObject
        {
            ["services"] = new JsonObject { ["allowLoopback"] = true },
            ["database"] = new JsonObject { ["statementTimeoutMs"] = 1000 },
        },
    };

    /// <summary>A project that nobody has used before.</summary>
    internal async Task<TestProject> NewProjectAsync()
    {
        await using var first = Client(FirstKey(_data));
        var slug = $"project-{Interlocked.Increment(ref _projects)}";
        var made = await first.RequestAsync(HttpMethod.Post, "/projects", new JsonObject { ["slug"] = slug });
        return new(Url, slug, made["apiKey"]!.GetValue<string>());
    }

    /// <summary>The key that the first start made.</summary>
    internal static string FirstKey(DataFolder data) => data.ReadJson("credentials.json")["aerostack"]!["apiKey"]!.GetValue<string>();

    private AerostackClient Client(string key) => new(new AerostackClientOptions { BaseUrl = Url, ApiKey = key });
}
