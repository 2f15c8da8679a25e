using Microsoft.AspNetCore.Builder;

namespace Trellis.LoadTest;

/// <summary>Findings on SQLite in a temporary directory, and the echo.</summary>
internal sealed class AkshiSubject : ISubject
{
    private const int Batch = 20;
    private const string Finding = """{"source":"log-monitor","severity":"warning","file":"logs/app.log","summary":"Error rate spike"}""";

    private readonly RuntimeServer _server;
    private readonly WebApplication _echo;

    private AkshiSubject(RuntimeServer server, WebApplication echo)
    {
        (_server, _echo) = (server, echo);
        var findings = new Uri(server.Url, "/api/v1/findings");
        var headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {server.Token}" };
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

    public static async Task<AkshiSubject> StartAsync() => new(await RuntimeServer.StartAsync(), await EchoServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _echo.DisposeAsync();
    }
}
