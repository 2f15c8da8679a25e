using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

public sealed class CloseTests : ServerTest
{
    [Theory]
    [InlineData("/api/agent-action/{0}/complete", "completed")]
    [InlineData("/api/sdk/action/{0}/completed", "completed")]
    [InlineData("/api/agent-action/{0}/fail", "failed")]
    [InlineData("/api/sdk/action/{0}/failed", "failed")]
    public async Task An_approved_action_is_reported_as_ended(string path, string status)
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());

        var reply = (await First.PostAsync(string.Format(path, id), [])).ShouldBeOk().Json;

        reply["success"]!.GetValue<bool>().ShouldBeTrue();
        reply["action_id"]!.GetValue<string>().ShouldBe($"{id}");
        reply["status"]!.GetValue<string>().ShouldBe(status);
        reply.ContainsKey("logged_at").ShouldBeTrue();
        (await First.GetAsync($"/api/v1/actions/{id}/status")).Json["execution_status"]!.GetValue<string>().ShouldBe(status);
    }

    [Fact]
    public async Task The_same_report_twice_changes_nothing()
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());
        var first = await First.PostAsync($"/api/agent-action/{id}/complete", new() { ["duration_ms"] = 12 });
        Server.Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await First.PostAsync($"/api/agent-action/{id}/complete", new() { ["duration_ms"] = 99 });

        second.ShouldBeOk().Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task Another_end_than_the_reported_one_is_a_conflict()
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());
        await First.PostAsync($"/api/agent-action/{id}/complete", []);

        (await First.PostAsync($"/api/agent-action/{id}/fail", [])).ShouldBeRefused(409, ErrorCodes.Conflict);
    }

    [Fact]
    public async Task An_action_that_waits_cannot_have_ended() =>
        (await First.PostAsync($"/api/agent-action/{await First.SubmittedAsync(Submissions.Risky())}/complete", []))
            .ShouldBeRefused(409, ErrorCodes.ActionNotApproved);

    [Fact]
    public async Task An_unknown_action_is_not_found() =>
        (await First.PostAsync("/api/agent-action/4711/complete", [])).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task An_error_may_be_a_text_or_an_object()
    {
        foreach (var error in (JsonNode[])[JsonValue.Create("it broke")!, new JsonObject { ["code"] = 7 }])
        {
            var id = await First.SubmittedAsync(Submissions.Harmless());
            (await First.PostAsync($"/api/agent-action/{id}/fail", new() { ["error"] = error.DeepClone() })).ShouldBeOk();
        }
    }

    [Fact]
    public async Task The_trail_of_an_action_tells_its_end()
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());
        await First.PostAsync($"/api/agent-action/{id}/complete", []);

        (await First.GetAsync($"/api/v1/actions/{id}")).Json["audit_trail"]!.AsArray()
            .Select(step => step!["action"]!.GetValue<string>()).ShouldBe(["submitted", "completed"]);
    }
}
