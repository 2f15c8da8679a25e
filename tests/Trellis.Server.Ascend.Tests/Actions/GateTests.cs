using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

/// <summary>What is refused with 403 instead of being decided, and what a decision raises.</summary>
public sealed class GateTests : ServerTest
{
    [Fact]
    public async Task An_unregistered_model_is_forbidden()
    {
        var reply = (await SubmitAsync(new() { ["model_id"] = "gpt-x" })).ShouldBeRefused(403, ErrorCodes.ModelUnregistered);

        reply.Json["model_governance"]!["registry_checked"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_model_named_inside_the_context_is_not_looked_at() =>
        (await SubmitAsync(new() { ["context"] = new JsonObject { ["environment"] = "dev", ["model_id"] = "gpt-x" } })).ShouldBeOk();

    [Fact]
    public async Task A_parent_that_does_not_exist_is_forbidden() =>
        (await SubmitAsync(new() { ["parent_action_id"] = 4711 })).ShouldBeRefused(403, ErrorCodes.OrchestrationParent);

    [Fact]
    public async Task Another_organisation_s_parent_is_forbidden()
    {
        var other = await Server.OtherTenantAsync();
        var id = await other.SubmittedAsync(Submissions.Harmless());

        (await SubmitAsync(new() { ["parent_action_id"] = id })).ShouldBeRefused(403, ErrorCodes.OrchestrationParent);
    }

    [Fact]
    public async Task An_action_cannot_be_grafted_onto_another_session()
    {
        var parent = await ParentAsync();

        (await SubmitAsync(new() { ["parent_action_id"] = parent, ["orchestration_session_id"] = "other" }))
            .ShouldBeRefused(403, ErrorCodes.OrchestrationSession);
        (await SubmitAsync(new() { ["parent_action_id"] = parent, ["orchestration_session_id"] = "session-1" })).ShouldBeOk();
    }

    [Fact]
    public async Task Depth_zero_is_a_depth()
    {
        var body = Submissions.Harmless();
        body["orchestration_depth"] = 0;

        (await First.SubmitAsync(body)).ShouldBeOk();
    }

    [Fact]
    public async Task A_refusal_leaves_an_audit_record()
    {
        await SubmitAsync(new() { ["model_id"] = "gpt-x" });

        var logs = (await First.AdminAsync("GET", "/audit/logs")).ShouldBeOk();

        logs.Json["events"]!.AsArray().ShouldContain(log => log!["event_type"]!.GetValue<string>() == "policy_violation");
    }

    [Fact]
    public async Task A_risky_action_raises_an_alert_and_names_it()
    {
        var reply = (await First.SubmitAsync(Submissions.Risky())).ShouldBeOk();

        reply.Json["alert_triggered"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["alert_id"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_harmless_action_raises_none() =>
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk().Json["alert_triggered"]!.GetValue<bool>().ShouldBeFalse();

    private async Task<long> ParentAsync()
    {
        var body = Submissions.Harmless();
        body["orchestration_session_id"] = "session-1";
        return await First.SubmittedAsync(body);
    }

    private Task<Reply> SubmitAsync(JsonObject more)
    {
        var body = Submissions.Harmless();
        foreach (var (name, value) in more)
            body[name] = value?.DeepClone();
        return First.SubmitAsync(body);
    }
}
