using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.EndToEnd.Tests.Ascend;

/// <summary>Policies that a person makes through the client bind the agent's next action.</summary>
public sealed class PolicyTests(GovernedServer server) : IClassFixture<GovernedServer>
{
    [Fact]
    public async Task A_policy_counts_from_the_next_action_on_and_no_longer_when_it_is_gone()
    {
        using var agent = server.Agent();
        using var person = server.Person();
        (await agent.EvaluateActionAsync(Actions.Refund(900))).Decision.ShouldBe(Decision.Allowed);

        var policy = await person.Policies.CreateAsync(Above(500, "block"));
        var denied = await agent.EvaluateActionAsync(Actions.Refund(900));
        denied.Decision.ShouldBe(Decision.Denied);
        denied.PolicyViolations.ShouldNotBeEmpty();
        denied.MatchedPolicies.ShouldBe(1);

        await person.Policies.PutAsync(policy.Id!, Above(1000, "block"));
        (await agent.EvaluateActionAsync(Actions.Refund(900))).Decision.ShouldBe(Decision.Allowed);
        (await agent.EvaluateActionAsync(Actions.Refund(1001))).Decision.ShouldBe(Decision.Denied);

        await person.Policies.DeleteAsync(policy.Id!);
        (await agent.EvaluateActionAsync(Actions.Refund(1001))).Decision.ShouldBe(Decision.Allowed);
    }

    [Fact]
    public async Task The_command_line_makes_replaces_and_deletes_a_policy()
    {
        const string Policy = """{"policy_name": "from the shell", "policy_action": "block", "conditions": {"action_type": "shell.only"}}""";
        var made = JsonNode.Parse((await server.CommandLineAsync("policies", "put", "--policy", Policy, "-o", "json")).Succeeded())!;
        var replaced = JsonNode.Parse((await server.CommandLineAsync("policies", "put", "--policy", Policy, "-o", "json")).Succeeded())!;
        replaced["id"]!.ToString().ShouldBe(made["id"]!.ToString());
        (await server.CommandLineAsync("evaluate", "--agent-id", "shell-agent", "--action-type", "shell.only", "--resource", "r")).ExitCode.ShouldBe(10);

        (await server.CommandLineAsync("policies", "delete", made["id"]!.ToString())).Succeeded();
        (await server.CommandLineAsync("policies", "list")).Succeeded().ShouldNotContain("from the shell");
    }

    private static GovernancePolicy Above(int amount, string action) => new()
    {
        PolicyName = "Large refunds",
        PolicyAction = action,
        Conditions = new JsonObject { ["action_type"] = "payment.refund", ["amount_above"] = amount },
    };
}
