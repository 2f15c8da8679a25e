using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Trellis.Server;

namespace Trellis.LoadTest;

/// <summary>Findings on SQLite in a temporary directory, and the echo.</summary>
internal sealed class AkshiSubject : ISubject
{
    private const int Batch = 20;
    private const string Finding = """{"source":"log-monitor","severity":"warning","file":"logs/app.log","summary":"Error rate spike"}""";

    private readonly TrellisServer _server;
    private readonly WebApplication _echo;
    private readonly string _file;

    private AkshiSubject(TrellisServer server, WebApplication echo, string file)
    {
        (_server, _echo, _file) = (server, echo, file);
        var findings = new Uri(server.Url, "/api/v1/findings");
        var headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {server.Credentials!.Reveal("akshi", "token")}" };
        Scenarios =
        [
            new("JSON echo, bare Kestrel", new Uri(EchoServer.Address(echo), "/echo"), """{"Token":"log-monitor","Text":"hello","Number":7}"""),
            new("one finding, durable, with its audit record", findings, Finding) { Headers = headers },
            new($"{Batch} findings in one request, likewise", findings, $"[{string.Join(',', Enumerable.Repeat(Finding, Batch))}]") { Headers = headers },
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Connections => [1, 64];

    public static async Task<AkshiSubject> StartAsync()
    {
        // Nobody posts so often by hand: the limit of a dashboard is lifted.
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "[dashboard]\nrate_limit = 0\n");
        var server = await TrellisServer.StartAsync(new TrellisServerOptions
        {
            Configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["akshi:file"] = file }).Build(),
        });
        return new(server, await EchoServer.StartAsync(), file);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _echo.DisposeAsync();
        File.Delete(_file);
    }
}
