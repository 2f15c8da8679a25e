using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.LoadTest;

/// <summary>One server with so many policies and so many audit records.</summary>
internal sealed class GovernedServer : IAsyncDisposable
{
    /// <summary>What the agent wants to do, as the client sends it.</summary>
    public const string Action =
        """{"agent_id": "agent-1", "agent_name": "Agent One", "action_type": "database.query", "resource": "production_db", "action_details": {"query": "SELECT name FROM orders WHERE id = 17", "rows": 25}, "context": {"user_request": "How many orders are open?", "session_id": "s-1"}}""";

    private const int RecordsPerTransaction = 5000;

    private readonly TrellisServer _server;

    private GovernedServer(TrellisServer server, string name)
    {
        _server = server;
        var key = server.Credentials!.Reveal("ascend", "apiKey")!;
        Scenario = new Scenario(name, new Uri(server.Url, "/api/v1/actions/submit"), Action)
        {
            Headers = new Dictionary<string, string>
            {
                ["X-API-Key"] = key,
                ["Authorization"] = $"Bearer {key}",
                ["X-Correlation-ID"] = "asc_6b7ab62209534f43",
            },
        };
    }

    public Scenario Scenario { get; }

    public static async Task<GovernedServer> StartAsync(int policies, int chainLength)
    {
        var server = await TrellisServer.StartAsync(new TrellisServerOptions
        {
            IsDurable = true,
            Configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["ascend:rateLimits:key"] = "0", ["ascend:rateLimits:submit"] = "0" })
                .Build(),
        });
        await AddPoliciesAsync(server, policies);
        await GrowChainAsync(server, chainLength);
        var chain = chainLength == 0 ? "empty chain" : $"{chainLength:N0} records";
        return new GovernedServer(server, FormattableString.Invariant($"decision, {policies} policies, {chain}"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task AddPoliciesAsync(TrellisServer server, int count)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {server.Credentials!.Reveal("ascend", "adminToken")}");
        for (var number = 0; number < count; number++)
        {
            using var response = await http.PostAsJsonAsync("/api/governance/policies", PolicySamples.Of(number));
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task GrowChainAsync(TrellisServer server, int records)
    {
        var store = server.Services.GetRequiredService<IStore>();
        var audit = server.Services.GetRequiredService<IAuditLog>();
        var entry = audit.Prepare(new AuditEvent
        {
            OrganisationId = 1,
            Platform = "ascend",
            EventType = "agent_action_approved",
            ActorId = "agent-0",
            ResourceType = "agent_action",
            ResourceId = "0",
            Action = "database.query",
            Outcome = AuditOutcome.Success,
            RiskLevel = "medium",
            Data = AuditData.Object(json => json.WriteString("resource", "production_db")),
        });
        for (var written = 0; written < records; written += RecordsPerTransaction)
        {
            await store.WriteAsync(async session =>
            {
                for (var number = 0; number < RecordsPerTransaction; number++)
                    await audit.AppendAsync(session, entry);
            });
        }
    }
}
