using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class SpendingTests
{
    private const string Cloud = "[[router.routes]]\nname = 'cloud'\nprovider = 'openai'\nmodel = 'm'\napi_key = 'not-a-real-key'\n";
    private const string Local = "[[router.routes]]\nname = 'local'\nprovider = 'ollama'\nmodel = 'm'\n";

    private const string Agent =
        """

        [[agents]]
        name = "payer"
        kind = "declarative"
        file_pattern = "*.txt"
        prompt = "{{content}}"
        capabilities = ["filesystem", "inference"]

        """;

    [Fact]
    public async Task An_agent_rests_when_the_budget_of_its_day_is_spent_and_goes_on_the_next_day()
    {
        await using var world = await StartAsync(Cloud + Agent + "spend = { daily_budget_usd = 1.0, per_inference_max_usd = 0.7, alert_threshold_pct = 50 }", cost: 0.6m);
        world.Write("b.txt", "b");
        await world.TickAsync("payer");
        world.Write("c.txt", "c");
        await world.TickAsync("payer");

        world.Inference.Asked.Select(static request => request.MostUsd).ShouldBe([0.7m, 0.4m]);
        var status = await world.StatusAsync("payer");
        status["status"]!.GetValue<string>().ShouldBe("stopped");
        status["reason"]!.GetValue<string>().ShouldStartWith("budget_exceeded: the day's 1 USD are spent");
        (await world.LogsAsync("payer")).ShouldContain(static line => line.StartsWith("warn: budget_exceeded"));
        (await world.LogsAsync("payer")).Count(static line => line.Contains("60 % of the day's budget")).ShouldBe(1);

        await world.TickAsync("payer", TimeSpan.FromDays(1) - (2 * World.Interval));
        world.Inference.Asked.Count.ShouldBe(3);
        (await world.StatusAsync("payer"))["status"]!.GetValue<string>().ShouldBe("idle");
    }

    [Fact]
    public async Task What_was_spent_survives_a_restart()
    {
        await using var world = await StartAsync(Cloud + Agent + "spend = { max_daily_usd = 0.5 }", cost: 0.6m);
        world.Write("b.txt", "b");
        await world.RestartAsync();
        await world.RunsAsync("payer", 1);

        world.Inference.Asked.Count.ShouldBe(1);
        (await world.StatusAsync("payer"))["status"]!.GetValue<string>().ShouldBe("stopped");
    }

    [Fact]
    public async Task No_policy_pays_nothing_and_a_daily_amount_of_zero_has_no_limit()
    {
        await using (var none = await StartAsync(Cloud + Agent))
        {
            none.Inference.Asked.ShouldBeEmpty();
            (await none.StatusAsync("payer"))["reason"]!.GetValue<string>().ShouldStartWith("no_budget_configured");
        }

        await using var unlimited = await StartAsync(Cloud + Agent + "spend_policy = { max_daily_usd = 0.0 }", cost: 1000);
        unlimited.Inference.Asked.ShouldHaveSingleItem().MostUsd.ShouldBeNull();
    }

    [Fact]
    public async Task A_local_model_needs_no_policy_and_may_cost_nothing()
    {
        await using var world = await StartAsync(Cloud + Local + Agent);

        world.Inference.Asked.ShouldHaveSingleItem().MostUsd.ShouldBe(0);
    }

    [Fact]
    public async Task The_kill_switch_stops_paid_actions_at_once_and_lets_go_again()
    {
        await using var world = await StartAsync(Cloud + Agent + "spend_policy = { max_daily_usd = 0.0 }");
        world.Environment["AKSHI_SPEND_KILL_SWITCH"] = "1";
        world.Write("b.txt", "b");
        await world.TickAsync("payer");
        world.Inference.Asked.Count.ShouldBe(1);
        (await world.StatusAsync("payer"))["reason"]!.GetValue<string>().ShouldStartWith("spend_kill_switch");

        world.Environment.TryRemove("AKSHI_SPEND_KILL_SWITCH", out _);
        await world.TickAsync("payer");
        world.Inference.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_budget_for_all_days_ends_it()
    {
        await using var world = await StartAsync(Cloud + Agent + "spend = { budget_cap = 0.5 }", cost: 0.5m);
        world.Write("b.txt", "b");
        await world.TickAsync("payer");

        (await world.StatusAsync("payer"))["status"]!.GetValue<string>().ShouldBe("stopped");
        (await world.StatusAsync("payer"))["reason"]!.GetValue<string>().ShouldContain("until its configuration changes");
    }

    private static async Task<World> StartAsync(string toml, decimal cost = 0)
    {
        var world = new World();
        world.Write("a.txt", "a");
        world.Configure(toml);
        world.Inference.Always("[]", cost);
        await world.StartAsync();
        await world.RunsAsync("payer", 1);
        return world;
    }
}
