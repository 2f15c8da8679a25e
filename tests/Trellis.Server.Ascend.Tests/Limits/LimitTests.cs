using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Limits;

public sealed class LimitTests : ServerTest
{
    private const string Agent = "/api/registry/agents/agent-1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await First.RegisterAgentAsync("agent-1");
    }

    [Fact]
    public async Task Limits_are_set_by_an_administrator_and_shown_with_what_is_used_up()
    {
        var limits = new JsonObject
        {
            ["max_actions_per_minute"] = 5,
            ["daily_budget"] = 10.5,
            ["default_action_cost"] = 0.5,
            ["time_windows"] = new JsonArray(new JsonObject
            {
                ["start"] = "00:00", ["end"] = "00:00", ["timezone"] = "UTC", ["days"] = new JsonArray(0, 1, 2, 3, 4, 5, 6),
            }),
            ["blocked_data_classifications"] = new JsonArray("secret"),
        };
        await SetAsync((JsonObject)limits.DeepClone());
        (await SubmitAsync()).ShouldBeOk();

        var json = (await First.GetAsync($"{Agent}/limits")).ShouldBeOk().Json;

        foreach (var (name, value) in limits)
            JsonNode.DeepEquals(json["limits"]![name], value).ShouldBeTrue(name);
        json["usage"]!["actions_last_minute"]!.GetValue<double>().ShouldBe(1);
        json["usage"]!["actions_last_day"]!.GetValue<double>().ShouldBe(1);
        json["usage"]!["cost_today"]!.GetValue<double>().ShouldBe(0.5);
        json["usage"]!["open_actions"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_does_not_set_its_own_limits() =>
        (await First.PutAsync($"{Agent}/limits", [])).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Theory]
    [InlineData("max_actions_per_minute", 60)]
    [InlineData("max_actions_per_hour", 3600)]
    [InlineData("max_actions_per_day", 86400)]
    public async Task Too_many_actions_are_429_with_the_numbers_and_when_to_try_again(string limit, int seconds)
    {
        await SetAsync(new() { [limit] = 2 });
        (await SubmitAsync()).ShouldBeOk();
        (await SubmitAsync()).ShouldBeOk();

        var reply = (await SubmitAsync()).ShouldBeRefused(429, ErrorCodes.RateLimit);

        reply.Json["agent_limit"]!["limit"]!.GetValue<string>().ShouldBe(limit);
        reply.Json["agent_limit"]!["maximum"]!.GetValue<double>().ShouldBe(2);
        reply.Json["agent_limit"]!["current"]!.GetValue<double>().ShouldBe(2);
        Server.Clock.Advance(reply.Headers.RetryAfter!.Delta!.Value);
        (await SubmitAsync()).ShouldBeOk();
        reply.Headers.RetryAfter.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(seconds / 2.0);
    }

    [Fact]
    public async Task Each_agent_has_a_count_of_its_own()
    {
        await SetAsync(new() { ["max_actions_per_minute"] = 1 });
        (await SubmitAsync()).ShouldBeOk();

        (await SubmitAsync(agent: "agent-2")).ShouldBeOk();
    }

    [Fact]
    public async Task What_is_denied_uses_nothing_up()
    {
        await SetAsync(new() { ["max_actions_per_minute"] = 1 });
        await First.AdminAsync("POST", $"{Agent}/suspend");
        for (var i = 0; i < 3; i++)
            (await SubmitAsync()).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("denied");

        await First.AdminAsync("POST", $"{Agent}/activate");

        (await SubmitAsync()).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task Open_actions_are_limited_until_their_end_is_reported()
    {
        await SetAsync(new() { ["max_concurrent_actions"] = 1 });
        var id = (await SubmitAsync()).ShouldBeOk().Json["action_id"]!.GetValue<long>();
        (await SubmitAsync()).ShouldBeRefused(403, ErrorCodes.AgentLimit).Json["agent_limit"]!["current"]!.GetValue<int>().ShouldBe(1);

        (await First.PostAsync($"/api/agent-action/{id}/complete", [])).ShouldBeOk();

        (await SubmitAsync()).ShouldBeOk();
    }

    [Fact]
    public async Task A_budget_holds_for_a_day_and_counts_what_actions_say_they_cost()
    {
        await SetAsync(new() { ["daily_budget"] = 10, ["default_action_cost"] = 1 });
        (await SubmitAsync(new() { ["estimated_cost"] = 9 })).ShouldBeOk();

        (await SubmitAsync(new() { ["estimated_cost"] = 2 })).ShouldBeRefused(403, ErrorCodes.AgentLimit)
            .Json["agent_limit"]!["current"]!.GetValue<double>().ShouldBe(9);
        (await SubmitAsync()).ShouldBeOk();
        (await SubmitAsync()).ShouldBeRefused(403, ErrorCodes.AgentLimit);
        Server.Clock.Advance(TimeSpan.FromDays(1));
        (await SubmitAsync()).ShouldBeOk();
    }

    [Fact]
    public async Task Over_its_budget_an_agent_is_suspended_if_it_is_to_be()
    {
        await SetAsync(new() { ["daily_budget"] = 1, ["auto_suspend_over_budget"] = true });

        (await SubmitAsync(new() { ["estimated_cost"] = 2 })).ShouldBeRefused(403, ErrorCodes.AgentLimit);

        (await First.GetAsync(Agent)).Json["status"]!.GetValue<string>().ShouldBe("suspended");
        (await SubmitAsync()).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("denied");
    }

    [Fact]
    public async Task Without_heartbeats_an_agent_is_suspended_if_it_is_to_be()
    {
        await SetAsync(new() { ["auto_suspend_offline"] = true });
        await First.PostAsync("/api/agents/health/heartbeat", new() { ["agent_id"] = "agent-1" });
        (await SubmitAsync()).ShouldBeOk();

        Server.Clock.Advance(TimeSpan.FromMinutes(3));

        (await SubmitAsync()).ShouldBeRefused(403, ErrorCodes.AgentLimit);
        (await First.GetAsync(Agent)).Json["status"]!.GetValue<string>().ShouldBe("suspended");
    }

    [Fact]
    public async Task Outside_of_its_hours_an_agent_does_not_act()
    {
        var hour = Server.Clock.GetUtcNow().Hour;
        var window = new JsonObject { ["start"] = $"{(hour + 2) % 24:00}:00", ["end"] = $"{(hour + 3) % 24:00}:00" };
        await SetAsync(new() { ["time_windows"] = new JsonArray(window) });

        (await SubmitAsync()).ShouldBeRefused(403, ErrorCodes.AgentLimit).Json["policy_violations"]![0]!.GetValue<string>().ShouldBe("time_windows");
        Server.Clock.Advance(TimeSpan.FromHours(2));
        (await SubmitAsync()).ShouldBeOk();
    }

    [Theory]
    [InlineData("""{"blocked_data_classifications":["pii"]}""", """{"data_classification":"PII"}""", false)]
    [InlineData("""{"blocked_data_classifications":["pii"]}""", """{"data_classification":["public","pii"]}""", false)]
    [InlineData("""{"blocked_data_classifications":["pii"]}""", """{"data_classification":"public"}""", true)]
    [InlineData("""{"allowed_data_classifications":["public"]}""", """{"data_classification":"secret"}""", false)]
    [InlineData("""{"allowed_data_classifications":["public"]}""", """{"data_classification":"public"}""", true)]
    [InlineData("""{"allowed_data_classifications":["public"]}""", "{}", true)]
    public async Task Data_of_some_classes_are_not_for_every_agent(string limits, string context, bool allowed)
    {
        await SetAsync(JsonNode.Parse(limits)!.AsObject());

        var reply = await SubmitAsync(JsonNode.Parse(context)!.AsObject());

        reply.Status.ShouldBe(allowed ? 200 : 403, reply.Text);
    }

    [Theory]
    [InlineData("max_actions_per_minute", "0")]
    [InlineData("daily_budget", "-1")]
    [InlineData("time_windows", """[{"start":"9","end":"17:00"}]""")]
    [InlineData("time_windows", """[{"start":"09:00","end":"17:00","timezone":"Nowhere/At_All"}]""")]
    [InlineData("time_windows", """[{"start":"09:00","end":"17:00","days":[7]}]""")]
    [InlineData("allowed_data_classifications", """["mine"]""")]
    public async Task Wrong_limits_are_named(string field, string value) =>
        (await First.AdminAsync("PUT", $"{Agent}/limits", new() { [field] = JsonNode.Parse(value) }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ShouldHaveSingleItem().Key.ShouldStartWith(field);

    private async Task SetAsync(JsonObject limits) => (await First.AdminAsync("PUT", $"{Agent}/limits", limits)).ShouldBeOk();

    private Task<Reply> SubmitAsync(JsonObject? context = null, string agent = "agent-1")
    {
        context ??= [];
        context["environment"] = "test";
        return First.PostAsync("/api/v1/actions/submit", new()
        {
            ["agent_id"] = agent,
            ["action_type"] = "file.read",
            ["resource"] = "notes",
            ["context"] = context,
        });
    }
}
