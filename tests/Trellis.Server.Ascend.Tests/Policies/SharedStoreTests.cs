using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>Two servers on one PostgreSQL database.</summary>
public sealed class SharedStoreTests(PostgresFixture postgres) : ServerTest, IClassFixture<PostgresFixture>
{
    private string? _store;

    [Fact]
    public async Task A_change_on_one_server_holds_on_the_other_from_the_next_decision_on()
    {
        await using var other = await AscendServer.StartAsync(new ServerSetup { Store = _store });
        var there = First with { Server = other };
        (await there.SubmitAsync("file.delete")).Status().ShouldBe("approved");

        var id = await First.PolicyAsync();
        (await there.SubmitAsync("file.delete")).Status().ShouldBe("denied");

        (await First.AdminAsync("DELETE", $"{PolicyRequests.Route}/{id}")).ShouldBeOk();
        (await there.SubmitAsync("file.delete")).Status().ShouldBe("approved");
    }

    [Fact]
    public async Task Policies_rules_and_settings_are_kept()
    {
        await First.PolicyAsync();
        (await First.AdminAsync("POST", "/api/smart-rules", new() { ["name"] = "R", ["condition"] = "a == 1", ["action"] = "log" })).Status.ShouldBe(201);
        (await First.AdminAsync("PUT", "/api/governance/settings", new() { ["above_max"] = "deny" })).ShouldBeOk();

        (await First.GetAsync(PolicyRequests.Route)).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/smart-rules")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/governance/settings")).Json["above_max"]!.GetValue<string>().ShouldBe("deny");
    }

    [Fact]
    public async Task Policies_made_at_once_get_numbers_of_their_own()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => First.PolicyAsync()));

        ids.Order().ShouldBe(Enumerable.Range(1, 20).Select(id => (long)id));
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = _store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
