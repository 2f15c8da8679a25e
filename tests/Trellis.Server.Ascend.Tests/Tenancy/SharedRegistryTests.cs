using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Tenancy;

/// <summary>Two servers on one PostgreSQL database: what one changes in the registry holds on the other.</summary>
public sealed class SharedRegistryTests(PostgresFixture postgres) : ServerTest, IClassFixture<PostgresFixture>
{
    private string? _store;
    private AscendServer _other = null!;

    private Tenant There => First with { Server = _other };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _other = await AscendServer.StartAsync(new ServerSetup { Store = _store });
        await First.RegisterAgentAsync("agent-1");
    }

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_kill_switch_of_one_server_stops_the_other()
    {
        (await StatusAsync(There)).ShouldBe("approved");

        await First.PostAsync("/api/billing/kill-switch/1/trigger", new() { ["reason"] = "something is wrong" });
        (await StatusAsync(There)).ShouldBe("denied");

        await First.AdminAsync("POST", "/api/billing/kill-switch/1/release", new() { ["reason"] = "all is well again" });
        (await StatusAsync(There)).ShouldBe("approved");
    }

    [Fact]
    public async Task An_agent_that_one_server_suspends_is_stopped_on_the_other()
    {
        (await StatusAsync(There)).ShouldBe("approved");

        await First.AdminAsync("POST", $"{AgentRegistry.Path}/agent-1/suspend");

        (await StatusAsync(There)).ShouldBe("denied");
    }

    [Fact]
    public async Task A_key_that_one_server_revokes_is_refused_by_the_other()
    {
        var made = (await First.AdminAsync("POST", "/api/keys/generate", new() { ["name"] = "k" })).ShouldBeOk().Json;
        var with = There with { Key = made["api_key"]!.GetValue<string>() };
        (await StatusAsync(with)).ShouldBe("approved");

        await First.AdminAsync("DELETE", $"/api/keys/{made["key_id"]!.GetValue<string>()}/revoke");

        (await SubmitAsync(with)).ShouldBeRefused(401, ErrorCodes.RevokedApiKey);
    }

    [Fact]
    public async Task Registering_at_once_on_both_makes_one_agent()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            (number % 2 == 0 ? First : There).PostAsync(AgentRegistry.Path, new() { ["agent_id"] = "agent-2" })));

        replies.ShouldAllBe(static reply => reply.Status == 200);
        replies.Count(static reply => reply.Json["created"]!.GetValue<bool>()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_actions_at_once_on_both_as_many_pass_as_the_limit_allows()
    {
        (await First.AdminAsync("PUT", $"{AgentRegistry.Path}/agent-1/limits", new() { ["max_actions_per_minute"] = 5 })).ShouldBeOk();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SubmitAsync(number % 2 == 0 ? First : There)));

        replies.Count(static reply => reply.Status == 200).ShouldBe(5);
        replies.Count(static reply => reply.Status == 429).ShouldBe(15);
    }

    [Fact]
    public async Task Commands_reach_an_agent_on_the_other_server_and_are_acknowledged_once()
    {
        var id = (await First.AdminAsync("POST", "/api/registry/commands", new() { ["command_type"] = "NOTE", ["reason"] = "because" }))
            .Json["command_id"]!.GetValue<string>();

        (await There.GetAsync($"{AgentRegistry.Path}/agent-1/commands")).ShouldBeOk().Json["count"]!.GetValue<int>().ShouldBe(1);
        (await There.PostAsync($"{AgentRegistry.Path}/agent-1/commands/{id}/ack", [])).ShouldBeOk();
        (await First.PostAsync($"{AgentRegistry.Path}/agent-1/commands/{id}/ack", [])).ShouldBeOk();
        (await First.GetAsync($"{AgentRegistry.Path}/agent-1/commands")).Json["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_told_on_one_server_is_known_on_the_other()
    {
        await First.RegisterMcpServerAsync("files");
        await First.RegisterAgentAsync("worker");
        await First.PostAsync("/api/agents/health/heartbeat", new() { ["agent_id"] = "agent-1", ["response_time_ms"] = 1.5 });
        var topology = new JsonObject { ["orchestrator_agent_id"] = "agent-1", ["worker_agent_ids"] = new JsonArray("worker") };
        (await First.PostAsync("/api/v1/orchestration/topology", topology)).ShouldBeOk();
        (await SubmitAsync(First)).ShouldBeOk();

        (await There.GetAsync("/api/registry/mcp-servers/files")).ShouldBeOk();
        (await There.GetAsync("/api/agents/health/agent-1")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("online");
        (await There.GetAsync("/api/agents/health/agent-1/anomalies")).ShouldBeOk();
        (await There.GetAsync($"{AgentRegistry.Path}/agent-1/limits")).ShouldBeOk().Json["usage"]!["open_actions"]!.GetValue<int>().ShouldBe(1);
        (await There.GetAsync("/api/v1/orchestration/sessions/s/risk")).ShouldBeOk().Json["action_count"]!.GetValue<int>().ShouldBe(1);
        (await There.GetAsync("/api/v1/orchestration/sessions/s")).ShouldBeOk().Json["actions"]!.AsArray().ShouldHaveSingleItem();
        (await There.GetAsync("/api/v1/orchestration/stats")).ShouldBeOk().Json["total_sessions"]!.GetValue<int>().ShouldBe(1);
        (await There.AdminAsync("POST", "/api/v1/orchestration/cascade-kill/agent-1", new() { ["reason"] = "fire", ["confirm"] = true }))
            .ShouldBeOk().Json["blocked_count"]!.GetValue<int>().ShouldBe(2);
        (await StatusAsync(First)).ShouldBe("denied");

        // Each server made the first key of its own data directory.
        (await There.AdminAsync("GET", "/api/keys/list")).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(2);
        (await There.GetAsync($"{AgentRegistry.Path}?status=draft&limit=1")).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(2);
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = _store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };

    private static async Task<string> StatusAsync(Tenant tenant) => (await SubmitAsync(tenant)).ShouldBeOk().Json["status"]!.GetValue<string>();

    private static Task<Reply> SubmitAsync(Tenant tenant) => tenant.PostAsync("/api/v1/actions/submit", new()
    {
        ["agent_id"] = "agent-1",
        ["action_type"] = "file.read",
        ["resource"] = "notes",
        ["orchestration_session_id"] = "s",
        ["context"] = new JsonObject { ["environment"] = "test" },
    });
}
