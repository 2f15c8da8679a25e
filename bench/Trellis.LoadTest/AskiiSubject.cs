using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Trellis.Askii;
using Trellis.Server;

namespace Trellis.LoadTest;

/// <summary>Askii's endpoints on SQLite in a temporary directory, and the echo.</summary>
internal sealed class AskiiSubject : ISubject
{
    private const string Chat = """{"model":"trellis-echo","messages":[{"role":"user","content":"How is the weather in Bern today?"}]}""";

    private readonly TrellisServer _server;
    private readonly WebApplication _echo;

    private AskiiSubject(TrellisServer server, WebApplication echo, IReadOnlyList<Scenario> scenarios) =>
        (_server, _echo, Scenarios) = (server, echo, scenarios);

    /// <inheritdoc/>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Connections => [64];

    public static async Task<AskiiSubject> StartAsync()
    {
        var echo = await EchoServer.StartAsync();
        var server = await TrellisServer.StartAsync(new TrellisServerOptions { IsDurable = true });
        var token = server.Credentials!.Reveal("askii", "token");
        using var askii = new AskiiClient(new AskiiClientOptions { BaseUrl = server.Url, Token = token });
        var open = await askii.Keys.ProvisionAsync(new() { KeyAlias = "open" });
        var budgeted = await askii.Keys.ProvisionAsync(new() { KeyAlias = "budgeted", MaxBudget = 1_000_000 });
        await askii.Keys.ProvisionAsync(new() { KeyAlias = "third" });

        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["mpass_token"] = token });
        return new(server, echo,
        [
            new("JSON echo, bare Kestrel", new Uri(EchoServer.Address(echo), "/echo"), $$"""{"Token":"{{token}}","Text":"hello","Number":7}"""),
            new("platform/list-keys, three keys", new Uri(server.Url, "/platform/list-keys"), body),
            new("chat/completions, durable bill", new Uri(server.Url, "/v1/chat/completions"), Chat) { Headers = Bearer(open.ApiKey.Reveal()) },
            new("chat/completions, durable reservation and bill", new Uri(server.Url, "/v1/chat/completions"), Chat) { Headers = Bearer(budgeted.ApiKey.Reveal()) },
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _echo.DisposeAsync();
    }

    private static Dictionary<string, string> Bearer(string key) => new() { ["Authorization"] = $"Bearer {key}" };
}
