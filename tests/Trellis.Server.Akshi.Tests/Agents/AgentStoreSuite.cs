using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Spending;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

/// <summary>What agents keep, on any engine, with the runtime's own parts.</summary>
public abstract class AgentStoreSuite
{
    private const string Agent =
        """
        [[agents]]
        name = "watch"
        kind = "declarative"
        file_pattern = "*.txt"
        capabilities = ["filesystem"]
        [[agents.rules]]
        pattern = 'ERROR'
        severity = "warning"

        """;

    private const string Reviewer =
        """
        [[router.routes]]
        name = "simulator"
        provider = "echo"
        [[agents]]
        name = "review"
        kind = "declarative"
        file_pattern = "*.txt"
        prompt = "Read {{content}}"
        capabilities = ["filesystem", "inference"]

        """;

    [Fact]
    public async Task Findings_and_the_memory_of_what_they_were_made_of_are_kept_together()
    {
        await using var world = await StartAsync(Agent);
        await world.RunsAsync("watch", 1);
        (await FindingsAsync(world)).ShouldBe(["1 watch warning a.txt ERROR one"]);

        world.Append("a.txt", "ERROR two\n");
        await world.RestartAsync();
        await world.RunsAsync("watch", 1);
        await world.TickAsync("watch");

        (await FindingsAsync(world)).ShouldBe(["1 watch warning a.txt ERROR one", "2 watch warning a.txt ERROR two"]);
    }

    [Fact]
    public async Task A_model_of_the_router_is_asked_and_what_it_says_is_checked()
    {
        await using var world = await StartAsync(Reviewer);
        await world.RunsAsync("review", 1);

        (await FindingsAsync(world)).ShouldBeEmpty();
        (await world.LogsAsync("review")).ShouldContain(static line => line.Contains("'a.txt' does not match the output schema: the answer is no JSON"));
        (await world.StatusAsync("review"))["status"]!.GetValue<string>().ShouldBe("idle");
    }

    [Fact]
    public async Task What_was_spent_is_added_up_per_agent_and_day()
    {
        await using var world = await StartAsync("");
        var ledger = world.Server.Services.GetRequiredService<SpendLedger>();
        var agent = new AgentConfiguration
        {
            Name = "a",
            TickInterval = World.Interval,
            Fingerprint = "",
            Spend = new SpendPolicy { MaxDailyUsd = 2, BudgetCapUsd = 3.5m },
        };

        (await ledger.RecordAsync(agent, 0.5m, AkshiServer.Cancellation)).ShouldBe((0m, 25m));
        (await ledger.RecordAsync(agent, 1m, AkshiServer.Cancellation)).ShouldBe((25m, 75m));
        await ledger.RecordAsync(agent with { Name = "b" }, 100, AkshiServer.Cancellation);
        (await ledger.AllowAsync(agent, canBeFree: false, AkshiServer.Cancellation)).ShouldBe(0.5m);

        world.Clock.Advance(TimeSpan.FromDays(1));
        (await ledger.AllowAsync(agent, canBeFree: false, AkshiServer.Cancellation)).ShouldBe(2m);
        await ledger.RecordAsync(agent, 2.5m, AkshiServer.Cancellation);
        (await Should.ThrowAsync<AgentException>(async () => await ledger.AllowAsync(agent, canBeFree: true, AkshiServer.Cancellation)))
            .Problem.ShouldBe(AgentProblem.Budget);
    }

    private protected virtual ValueTask<string?> StoreAsync() => new((string?)null);

    private async Task<World> StartAsync(string toml)
    {
        var world = new World { Store = await StoreAsync(), IsReal = true };
        world.Write("a.txt", "ERROR one\n");
        world.Configure(toml);
        await world.StartAsync();
        return world;
    }

    private static async Task<string[]> FindingsAsync(World world) =>
        [.. (await world.Server.GetAsync("/api/v1/findings")).ShouldBe(200).Json["findings"]!.AsArray()
            .Select(static finding => $"{finding!["seq"]} {finding["agent"]} {finding["severity"]} {finding["file"]} {finding["summary"]}")];
}
