using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trellis.Ascend;
using Trellis.Extensions.AI;

namespace Trellis.EndToEnd.Tests.Ascend;

/// <summary>A function of a model under governance, client against server, with a person at another client.</summary>
public sealed class GovernedFunctionTests(GovernedServer server) : IClassFixture<GovernedServer>
{
    private int _runs;

    [Fact]
    public async Task An_allowed_call_runs_and_its_success_cannot_become_a_failure_afterwards()
    {
        using var agent = server.Agent("function-agent");
        var decisions = new List<AuthorizationDecision>();
        var function = Function("read_report").WithGovernance(agent, new() { ActionType = "report.read", OnAllowed = decisions.Add });
        (await InvokeAsync(function, "q3")).ShouldBe("read q3");

        var decision = decisions.ShouldHaveSingleItem();
        (await agent.LogActionFailedAsync(decision.ActionId, "too late")).Exception.ShouldBeOfType<AscendConflictException>();
    }

    [Fact]
    public async Task A_denied_call_does_not_run_and_the_model_is_told_the_reason()
    {
        using var agent = server.Agent("function-agent");
        using var person = server.Person();
        await person.Policies.CreateAsync(new GovernancePolicy
        {
            PolicyName = "Nobody drops tables",
            PolicyAction = "block",
            Conditions = new JsonObject { ["action_type"] = "table.drop" },
        });
        var function = Function("drop_table").WithGovernance(agent, new() { ActionType = "table.drop" });
        var told = await InvokeAsync(function, "customers");
        told.ShouldStartWith("This call was denied.");
        told.ShouldContain("Nobody drops tables");
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_waits_for_a_person_and_runs_when_the_person_approves()
    {
        using var agent = server.Agent("function-agent");
        using var person = server.Person();
        var pending = new TaskCompletionSource<AuthorizationDecision>(TaskCreationOptions.RunContinuationsAsynchronously);
        var function = Function("read_salaries").WithGovernance(agent, new()
        {
            ActionType = "report.read",
            RequireHumanApproval = true,
            PollInterval = TimeSpan.FromMilliseconds(200),
            OnApprovalRequired = pending.SetResult,
        });
        var call = InvokeAsync(function, "2026");
        var decision = await pending.Task;
        _runs.ShouldBe(0);
        await person.Approvals.ApproveAsync(decision.ActionId, "fine");
        (await call).ShouldBe("read 2026");
    }

    [Fact]
    public async Task A_call_that_nobody_decides_is_told_to_be_pending()
    {
        using var agent = server.Agent("function-agent");
        var function = Function("read_salaries").WithGovernance(
            agent, new() { ActionType = "report.read", RequireHumanApproval = true, WaitForDecision = false });
        (await InvokeAsync(function, "2026")).ShouldStartWith("This call is pending and did not run.");
        _runs.ShouldBe(0);
    }

    private AIFunction Function(string name) => AIFunctionFactory.Create(
        (string what) =>
        {
            _runs++;
            return $"read {what}";
        },
        name);

    private static async Task<string> InvokeAsync(AIFunction function, string what) =>
        (await function.InvokeAsync(new AIFunctionArguments { ["what"] = what }))?.ToString() ?? "";
}
