using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Orchestration;

public sealed class SessionTests : ServerTest
{
    private const string Root = "/api/v1/orchestration";

    [Fact]
    public async Task A_session_is_its_actions()
    {
        var first = await SubmitAsync("session-1", depth: 0);
        Server.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await SubmitAsync("session-1", depth: 2);
        await SubmitAsync("session-2", depth: 1);

        var json = (await First.GetAsync($"{Root}/sessions/session-1")).ShouldBeOk().Json;

        json["session_id"]!.GetValue<string>().ShouldBe("session-1");
        json["organization_id"]!.GetValue<int>().ShouldBe(1);
        json["actions"]!.AsArray().Select(static action => action!["action_id"]!.GetValue<long>())
            .ShouldBe([first["action_id"]!.GetValue<long>(), second["action_id"]!.GetValue<long>()]);
        json["cumulative_risk"]!.GetValue<long>().ShouldBe(Score(first) + Score(second));
        json["max_depth"]!.GetValue<int>().ShouldBe(2);
        (json["last_activity_at"]!.GetValue<DateTimeOffset>() - json["started_at"]!.GetValue<DateTimeOffset>()).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_risk_of_a_session_adds_up()
    {
        var first = await SubmitAsync("session-1", depth: 0);
        var second = await SubmitAsync("session-1", depth: 0);

        var json = (await First.GetAsync($"{Root}/sessions/session-1/risk")).ShouldBeOk().Json;

        json["cumulative_risk_score"]!.GetValue<long>().ShouldBe(Score(first) + Score(second));
        json["max_risk_score"]!.GetValue<long>().ShouldBe(Math.Max(Score(first), Score(second)));
        json["action_count"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_session_without_actions_does_not_exist()
    {
        (await First.GetAsync($"{Root}/sessions/nothing")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.GetAsync($"{Root}/sessions/nothing/risk")).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task The_numbers_of_all_sessions_are_zero_at_first_and_count_from_then_on()
    {
        (await First.GetAsync($"{Root}/stats")).ShouldBeOk().Json["total_sessions"]!.GetValue<int>().ShouldBe(0);
        await SubmitAsync("session-1", depth: 1);
        Server.Clock.Advance(TimeSpan.FromHours(2));
        await SubmitAsync("session-2", depth: 3);

        var json = (await First.GetAsync($"{Root}/stats")).ShouldBeOk().Json;

        json["total_sessions"]!.GetValue<int>().ShouldBe(2);
        json["active_sessions"]!.GetValue<int>().ShouldBe(1);
        json["total_actions"]!.GetValue<int>().ShouldBe(2);
        json["max_depth"]!.GetValue<int>().ShouldBe(3);
    }

    private static long Score(JsonObject action) => action["risk_score"]!.GetValue<long>();

    private async Task<JsonObject> SubmitAsync(string session, int depth) => (await First.PostAsync("/api/v1/actions/submit", new()
    {
        ["agent_id"] = "agent-1",
        ["action_type"] = "database.query",
        ["resource"] = "orders",
        ["orchestration_session_id"] = session,
        ["orchestration_depth"] = depth,
    })).ShouldBeOk().Json;
}
