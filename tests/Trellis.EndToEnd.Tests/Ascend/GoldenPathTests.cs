using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.EndToEnd.Tests.Ascend;

/// <summary>What an agent does from its first to its last call, client against server.</summary>
public sealed class GoldenPathTests(GovernedServer server) : IClassFixture<GovernedServer>
{
    [Fact]
    public async Task The_server_takes_the_key()
    {
        using var agent = server.Agent();
        var status = await agent.TestConnectionAsync();
        status.Connected.ShouldBeTrue(status.Error);
        status.AgentId.ShouldBe("refund-agent");
    }

    [Fact]
    public async Task An_agent_is_registered_once_and_known_again()
    {
        using var agent = server.Agent("twice-registered");
        var first = await agent.RegisterAsync(new() { Capabilities = ["report.read"] });
        first.Created.ShouldBe(true);
        first.TrustLevel.ShouldBe("standard");
        (await agent.RegisterAsync()).Created.ShouldBe(false);
    }

    [Fact]
    public async Task An_allowed_action_is_carried_out_and_reported()
    {
        using var agent = server.Agent();
        var decision = await agent.EvaluateActionAsync(Actions.Harmless());
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.ExecutionAllowed.ShouldBeTrue();
        decision.RiskLevel.ShouldBe(RiskLevel.Low);
        decision.EnforcementDecision.ShouldBe("auto_approved");

        var entry = await agent.LogActionCompletedAsync(decision.ActionId, new JsonObject { ["rows"] = 12 }, TimeSpan.FromMilliseconds(80));
        entry.LoggedLocally.ShouldBeFalse(entry.Error);
        entry.Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_failure_is_reported_and_cannot_become_a_success_afterwards()
    {
        using var agent = server.Agent();
        var decision = await agent.EvaluateActionAsync(Actions.Harmless());
        (await agent.LogActionFailedAsync(decision.ActionId, "the disk is full")).Status.ShouldBe("failed");
        var entry = await agent.LogActionCompletedAsync(decision.ActionId);
        entry.LoggedLocally.ShouldBeTrue();
        entry.Exception.ShouldBeOfType<AscendConflictException>();
    }

    [Fact]
    public async Task A_person_decides_while_the_agent_waits()
    {
        using var agent = server.Agent();
        using var person = server.Person();
        var pending = await agent.EvaluateActionAsync(Actions.ForAPerson(), waitForDecision: false);
        pending.Decision.ShouldBe(Decision.Pending);
        pending.ApprovalRequestId.ShouldNotBeNullOrEmpty();

        var waiting = agent.WaitForDecisionAsync(pending.ActionId, TimeSpan.FromMinutes(1));
        await person.Approvals.ApproveAsync(pending.ActionId, "fine");
        var decision = await waiting;
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.Comments.ShouldBe("fine");

        var approval = await agent.CheckApprovalAsync(pending.ApprovalRequestId!);
        approval.Approved.ShouldBeTrue();
        approval.Approver.ShouldBe("admin");
    }

    [Fact]
    public async Task An_agent_cannot_decide_about_itself()
    {
        using var agent = server.Agent();
        var pending = await agent.EvaluateActionAsync(Actions.ForAPerson(), waitForDecision: false);
        await Should.ThrowAsync<AscendAuthenticationException>(agent.Approvals.ApproveAsync(pending.ActionId));
        (await agent.GetActionStatusAsync(pending.ActionId)).Decision.ShouldBe(Decision.Pending);
    }

    [Fact]
    public async Task A_person_who_says_no_denies()
    {
        using var agent = server.Agent();
        using var person = server.Person();
        var pending = await agent.EvaluateActionAsync(Actions.ForAPerson(), waitForDecision: false);
        await person.Approvals.RejectAsync(pending.ActionId, "not today");
        var decision = await agent.WaitForDecisionAsync(pending.ActionId);
        decision.Decision.ShouldBe(Decision.Denied);
        decision.ExecutionAllowed.ShouldBeFalse();
        (await agent.CheckApprovalAsync(pending.ApprovalRequestId!)).Comments.ShouldBe("not today");
    }

    [Fact]
    public async Task When_nobody_decides_the_wait_ends_and_nothing_is_allowed()
    {
        using var agent = server.Agent();
        var exception = await Should.ThrowAsync<AscendTimeoutException>(
            agent.EvaluateActionAsync(Actions.ForAPerson(), timeout: TimeSpan.FromMilliseconds(500)));
        exception.PendingDecision!.Decision.ShouldBe(Decision.Pending);
    }

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_action()
    {
        using var agent = server.Agent();
        var key = $"row-{Guid.NewGuid():N}";
        var first = await agent.EvaluateActionAsync(Keyed(key));
        var second = await agent.EvaluateActionAsync(Keyed(key));
        second.ActionId.ShouldBe(first.ActionId);
    }

    [Fact]
    public async Task The_kill_switch_stops_agents_and_lets_them_go_on()
    {
        await using var own = new GovernedServer();
        await own.InitializeAsync();
        using var agent = own.Agent();
        using var person = own.Person();
        await person.KillSwitch.TriggerAsync(1, "incident 4711: refunds run away");
        var stopped = await agent.EvaluateActionAsync(Actions.Harmless());
        stopped.Decision.ShouldBe(Decision.Denied);
        stopped.PolicyViolations.ShouldContain("kill_switch");

        await person.KillSwitch.ReleaseAsync(1, "incident 4711 is closed");
        (await agent.EvaluateActionAsync(Actions.Harmless())).Decision.ShouldBe(Decision.Allowed);
    }

    private static AgentAction Keyed(string key) => new() { ActionType = "report.read", Resource = "reports", IdempotencyKey = key };
}
