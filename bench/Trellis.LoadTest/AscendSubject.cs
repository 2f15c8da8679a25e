using Microsoft.AspNetCore.Builder;

namespace Trellis.LoadTest;

/// <summary>
/// Decisions of a governance server on SQLite in a temporary directory, each kept with its audit record before the answer leaves: with few
/// and many policies, with an empty and a long audit chain; and the echo of the same request.
/// </summary>
internal sealed class AscendSubject : ISubject
{
    private const int ManyPolicies = 1000;
    private const int FewPolicies = 10;
    private const int LongChain = 1_000_000;

    private readonly WebApplication _echo;
    private readonly IReadOnlyList<GovernedServer> _servers;

    private AscendSubject(WebApplication echo, IReadOnlyList<GovernedServer> servers)
    {
        (_echo, _servers) = (echo, servers);
        Scenarios =
        [
            new("JSON echo, bare Kestrel", new Uri(EchoServer.Address(echo), "/echo-action"), GovernedServer.Action)
            {
                Headers = servers[0].Scenario.Headers,
            },
            .. servers.Select(static server => server.Scenario),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Connections => [1, 16, 64];

    public static async Task<AscendSubject> StartAsync() => new(
        await EchoServer.StartAsync(),
        [
            await GovernedServer.StartAsync(FewPolicies, chainLength: 0),
            await GovernedServer.StartAsync(ManyPolicies, chainLength: 0),
            await GovernedServer.StartAsync(FewPolicies, LongChain),
            await GovernedServer.StartAsync(ManyPolicies, LongChain),
        ]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        await _echo.DisposeAsync();
    }
}
