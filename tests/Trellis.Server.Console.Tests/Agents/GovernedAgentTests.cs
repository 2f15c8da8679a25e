using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Agents;

/// <summary>The agents of ASCEND.</summary>
public sealed class GovernedAgentTests(Chromium chromium) : ConsoleTest(chromium)
{
    private ILocator Notice => Page.Locator(".notice.done");

    [Fact]
    public async Task Without_agents_the_page_says_where_they_come_from()
    {
        await GoAsync("/agents");

        await Page.GetByText("There are no agents yet.").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agent_that_registers_appears_by_itself_and_is_activated_from_the_list()
    {
        await GoAsync("/agents");
        await Page.GetByText("There are no agents yet.").WaitForAsync();
        await Server.Ascend.RegisterAsync(cancellationToken: Cancellation);

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Activate") }).ClickAsync();

        await Notice.GetByText("The agent is active.").WaitForAsync();
        (await Page.Locator("#agents tbody tr").InnerTextAsync()).ShouldContain("active");
        await PhotographAsync("agents");
        (await AgentAsync())["status"]!.GetValue<string>().ShouldBe("active");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_heartbeat_is_seen()
    {
        await Server.WithAgentAsync();
        await GoAsync("/agents/test-agent");
        await Page.Locator("#governed").GetByText("never").WaitForAsync();

        await Server.Ascend.RequestAsync(
            HttpMethod.Post, "/api/agents/health/heartbeat", new JsonObject { ["agent_id"] = "test-agent" }, cancellationToken: Cancellation);

        await Page.Locator("#governed").GetByText("online").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agent_is_suspended_after_a_question_with_a_reason()
    {
        await Server.WithAgentAsync();
        await GoAsync("/agents/test-agent");
        var question = AnswerQuestions();

        await Page.GetByLabel("Why it is suspended").FillAsync("It has lost its way.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();

        await Notice.GetByText("The agent is suspended.").WaitForAsync();
        (await question).ShouldContain("Suspend test-agent?");
        (await Page.Locator("#governed").InnerTextAsync()).ShouldContain("It has lost its way.");
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Denied);
        await PhotographAsync("agent-ascend");
        await ShouldFitAPhoneAsync("agent-ascend");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_agent_is_blocked_and_let_go_again()
    {
        await Server.WithAgentAsync();
        await GoAsync("/agents/test-agent");
        _ = AnswerQuestions();

        await Page.GetByLabel("Why it has to stop").FillAsync("It deletes too much.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).ClickAsync();
        await Notice.GetByText("is blocked").WaitForAsync();
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Denied);

        await Page.GetByLabel("Why it may go on").FillAsync("It was mended.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Unblock" }).ClickAsync();
        await Notice.GetByText("not blocked any more").WaitForAsync();
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Allowed);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_trust_in_an_agent_is_changed()
    {
        await Server.WithAgentAsync();
        await GoAsync("/agents/test-agent");

        await Page.GetByLabel("How far it is trusted").SelectOptionAsync("untrusted");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Change the trust" }).ClickAsync();

        await Notice.GetByText("untrusted").WaitForAsync();
        (await AgentAsync())["trust_level"]!.GetValue<string>().ShouldBe("untrusted");
    }

    [Fact]
    public async Task The_kill_switch_stops_everything_until_it_is_released()
    {
        await Server.WithAgentAsync();
        await GoAsync("/agents");
        var question = AnswerQuestions();

        await Page.GetByLabel("Why everything has to stop").FillAsync("An agent is running wild.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Stop everything" }).ClickAsync();

        await Page.GetByText("Everything is stopped: An agent is running wild.").WaitForAsync();
        (await question).ShouldContain("Stop everything?");
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Denied);
        await PhotographAsync("agents-stopped");

        await Page.GetByLabel("Why they may go on").FillAsync("It was found and mended.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let agents act again" }).ClickAsync();
        await Page.GetByText("Agents may act again.").WaitForAsync();
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Allowed);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agent_that_nobody_knows_is_told_in_words()
    {
        (await GoAsync("/agents/nobody"))!.Status.ShouldBe(404);

        await Page.GetByText("There is no such agent").First.WaitForAsync();
    }

    private Task<JsonObject> AgentAsync() =>
        Server.AscendAdministrator.RequestAsync(HttpMethod.Get, "/api/registry/agents/test-agent", cancellationToken: Cancellation);
}
