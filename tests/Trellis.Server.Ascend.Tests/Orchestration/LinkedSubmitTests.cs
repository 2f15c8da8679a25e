using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Orchestration;

public sealed class LinkedSubmitTests : ServerTest
{
    [Fact]
    public async Task A_child_joins_its_parent_s_session()
    {
        var parent = (await SubmitAsync(session: "s", depth: 0)).ShouldBeOk().Json["action_id"]!.GetValue<long>();

        (await SubmitAsync(parent: parent)).ShouldBeOk();

        var session = (await First.GetAsync("/api/v1/orchestration/sessions/s")).ShouldBeOk().Json;
        session["actions"]!.AsArray().Count.ShouldBe(2);
        session["max_depth"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Of_an_action_that_is_refused_nothing_is_kept()
    {
        var reply = (await SubmitAsync(parent: 12345)).ShouldBeRefused(403, ErrorCodes.OrchestrationParent);

        reply.Json["policy_violations"]!.AsArray().ShouldNotBeEmpty();
        (await First.GetAsync("/api/agent-activity")).Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public async Task A_depth_is_from_0_to_5(int depth) =>
        (await SubmitAsync(session: "s", depth: depth)).ShouldBeRefused(422, ErrorCodes.Validation)
            .Errors.ContainsKey("orchestration_depth").ShouldBeTrue();

    private Task<Reply> SubmitAsync(string? session = null, long? parent = null, int? depth = null) =>
        First.PostAsync("/api/v1/actions/submit", new JsonObject
        {
            ["agent_id"] = "agent-1",
            ["action_type"] = "file.read",
            ["resource"] = "notes",
            ["orchestration_session_id"] = session,
            ["parent_action_id"] = parent,
            ["orchestration_depth"] = depth,
        });
}
