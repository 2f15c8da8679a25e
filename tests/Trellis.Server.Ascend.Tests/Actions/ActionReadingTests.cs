using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

public sealed class ActionReadingTests : ServerTest
{
    [Theory]
    [InlineData("/api/v1/actions/{0}/status")]
    [InlineData("/api/agent-action/status/{0}")]
    public async Task The_status_repeats_the_whole_decision(string path)
    {
        var submitted = (await First.SubmitAsync(Submissions.Body())).ShouldBeOk().Json;

        var status = (await First.GetAsync(string.Format(path, submitted["action_id"]))).ShouldBeOk().Json;

        foreach (var (name, value) in submitted)
            status[name]?.ToJsonString().ShouldBe(value?.ToJsonString(), name);
        status["decision_ready"]!.GetValue<bool>().ShouldBeTrue();
        status.ContainsKey("timestamp").ShouldBeTrue();
    }

    [Fact]
    public async Task A_decision_that_waits_is_not_ready() =>
        (await First.GetAsync($"/api/v1/actions/{await First.SubmittedAsync(Submissions.Risky())}/status"))
            .ShouldBeOk().Json["decision_ready"]!.GetValue<bool>().ShouldBeFalse();

    [Theory]
    [InlineData("/api/v1/actions/{0}")]
    [InlineData("/api/agent-action/{0}")]
    public async Task The_details_tell_what_was_asked(string path)
    {
        var id = await First.SubmittedAsync(Submissions.Body(more: new()
        {
            ["resource_id"] = "row-7",
            ["action_details"] = new JsonObject { ["query"] = "SELECT 1", ["password"] = "hunter2" },
        }));

        var details = (await First.GetAsync(string.Format(path, id))).ShouldBeOk();

        details.Json["agent_name"]!.GetValue<string>().ShouldBe("Agent One");
        details.Json["resource_id"]!.GetValue<string>().ShouldBe("row-7");
        details.Json["action_details"]!["query"]!.GetValue<string>().ShouldBe("SELECT 1");
        details.Json["organization_id"]!.GetValue<long>().ShouldBe(1);
        details.Json["audit_trail"]!.AsArray().ShouldHaveSingleItem()!["action"]!.GetValue<string>().ShouldBe("submitted");
        details.Text.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99999")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999999")]
    public async Task An_action_that_does_not_exist_is_not_found(string id)
    {
        (await First.GetAsync($"/api/v1/actions/{id}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.GetAsync($"/api/v1/actions/{id}/status")).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task The_list_is_newest_first_and_pages()
    {
        for (var number = 0; number < 5; number++)
            await First.SubmitAsync(Submissions.Body(agentId: $"agent-{number}"));

        var page = (await First.GetAsync("/api/agent-activity?limit=2&offset=1")).ShouldBeOk().Json;

        page["total"]!.GetValue<int>().ShouldBe(5);
        page["limit"]!.GetValue<int>().ShouldBe(2);
        page["offset"]!.GetValue<int>().ShouldBe(1);
        page["actions"]!.AsArray().Select(action => action!["agent_id"]!.GetValue<string>()).ShouldBe(["agent-3", "agent-2"]);
    }

    [Fact]
    public async Task The_list_can_be_of_one_agent_and_one_status()
    {
        await First.SubmitAsync(Submissions.Harmless("agent-a"));
        await First.SubmitAsync(Submissions.Risky("agent-a"));
        await First.SubmitAsync(Submissions.Risky("agent-b"));

        var page = (await First.GetAsync("/api/agent-activity?agent_id=agent-a&status=pending_approval")).ShouldBeOk().Json;

        page["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_older_list_is_a_bare_array()
    {
        await First.SubmitAsync(Submissions.Harmless());
        await First.SubmitAsync(Submissions.Risky());

        (await First.GetAsync("/api/v1/actions?status_filter=approved")).ShouldBeOk().List.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("offset=-1")]
    [InlineData("limit=x")]
    public async Task A_wrong_page_is_refused(string query) =>
        (await First.GetAsync($"/api/agent-activity?{query}")).ShouldBeRefused(422, ErrorCodes.Validation);

    [Fact]
    public async Task Another_organisation_s_action_does_not_exist()
    {
        var id = await First.SubmittedAsync(Submissions.Body());
        var other = await Server.OtherTenantAsync();

        foreach (var path in (string[])[$"/api/v1/actions/{id}", $"/api/v1/actions/{id}/status", $"/api/agent-action/{id}", $"/api/agent-action/status/{id}"])
            (await other.GetAsync(path)).ShouldBeRefused(404, ErrorCodes.NotFound);
        foreach (var path in (string[])[$"/api/agent-action/{id}/complete", $"/api/agent-action/{id}/fail", $"/api/sdk/action/{id}/completed", $"/api/sdk/action/{id}/failed"])
            (await other.PostAsync(path, [])).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.GetAsync("/api/agent-activity")).Json["total"]!.GetValue<int>().ShouldBe(0);
    }
}
