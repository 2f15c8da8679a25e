using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>Two servers side by side on one PostgreSQL.</summary>
public sealed class SharedStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private AscendServer _one = null!;
    private AscendServer _other = null!;

    public async ValueTask InitializeAsync()
    {
        var setup = new ServerSetup { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
        _one = await AscendServer.StartAsync(setup);
        _other = await AscendServer.StartAsync(setup);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_who_decide_at_once_on_both_one_wins()
    {
        var id = await SubmitAsync();
        var people = new List<string>();
        for (var number = 0; number < 16; number++)
            people.Add(await _one.First.PersonAsync($"manager-{number}"));

        var replies = await Task.WhenAll(people.Select((token, number) => Task.Run(() =>
            (number % 2 == 0 ? _one : _other).SendAsync("POST", $"/api/v1/actions/{id}/{(number % 3 == 0 ? "approve" : "reject")}", token))));

        var winner = replies.Where(reply => reply.Status == 200).ShouldHaveSingleItem().Json;
        var decider = (winner["approved_by"] ?? winner["rejected_by"])!.GetValue<string>();
        replies.Where(reply => reply.Status != 200).ShouldAllBe(reply => reply.Json["decided_by"]!.GetValue<string>() == decider);
        (await EndedAsync()).ShouldHaveSingleItem().ActorId.ShouldBe(decider);
    }

    [Fact]
    public async Task What_expires_under_both_is_denied_once()
    {
        var id = await SubmitAsync();
        _one.Clock.Advance(TimeSpan.FromHours(9));
        _other.Clock.Advance(TimeSpan.FromHours(9));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await StatusAsync(_other, id)) == "pending_approval")
            patience.Token.ThrowIfCancellationRequested();

        (await StatusAsync(_one, id)).ShouldBe("denied");
        (await EndedAsync()).ShouldHaveSingleItem().ActorId.ShouldBe("system");
    }

    [Fact]
    public async Task A_workflow_changed_on_one_holds_on_the_other_for_the_next_action()
    {
        await SubmitAsync();
        var update = new JsonObject
        {
            ["workflow_id"] = "risk_50_69",
            ["updates"] = new JsonObject { ["timeout_hours"] = 2 },
        };
        (await _other.SendAsync("POST", "/api/authorization/workflow-config", _one.First.AdminToken, update)).ShouldBeOk();

        var reply = (await _one.First.PostAsync("/api/v1/actions/submit", Body())).ShouldBeOk();

        reply.Json["expires_at"]!.GetValue<string>().ShouldBe("2026-01-01T02:00:00Z");
    }

    private static JsonObject Body() => new()
    {
        ["agent_id"] = "test-agent",
        ["action_type"] = "record.update",
        ["resource"] = "report",
        ["context"] = new JsonObject { ["environment"] = "staging", ["require_human_approval"] = true },
    };

    private async Task<long> SubmitAsync() =>
        (await _one.First.PostAsync("/api/v1/actions/submit", Body())).ShouldBeOk().Json["action_id"]!.GetValue<long>();

    private async Task<string> StatusAsync(AscendServer server, long id) =>
        (await server.SendAsync("GET", $"/api/v1/actions/{id}/status", _one.First.Key)).ShouldBeOk().Json["status"]!.GetValue<string>();

    private async Task<AuditTrail[]> EndedAsync() =>
        [.. (await AuditTrail.OfAsync(_one)).Where(record => record.EventType is "agent_action_approved" or "agent_action_denied")];
}
