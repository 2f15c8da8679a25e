using Trellis.Server.Ascend.Actions;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class PolicyConditionTests
{
    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"action_type":"database.query"}""", true)]
    [InlineData("""{"action_type":"DATABASE.Query"}""", true)]
    [InlineData("""{"action_type":"database.write"}""", false)]
    [InlineData("""{"action_type":["file.read","database.query"]}""", true)]
    [InlineData("""{"action_type":"database.*"}""", true)]
    [InlineData("""{"action_type":"*.query"}""", true)]
    [InlineData("""{"action_type":"database.quer?"}""", true)]
    [InlineData("""{"action_type":"database?quer"}""", false)]
    [InlineData("""{"action_type":"regex:(database|cache)\\.(query|read)"}""", true)]
    [InlineData("""{"action_type":"regex:database"}""", false)]
    [InlineData("""{"agent_type":"supervised"}""", true)]
    [InlineData("""{"agent_type":"autonomous"}""", false)]
    [InlineData("""{"agent_id":"agent-*"}""", true)]
    [InlineData("""{"resource":"production_*"}""", true)]
    [InlineData("""{"resource":"staging_*"}""", false)]
    [InlineData("""{"environment":"production"}""", true)]
    [InlineData("""{"environment":["staging","test"]}""", false)]
    [InlineData("""{"action_type":"database.*","environment":"staging"}""", false)]
    public void Words_of_the_action_are_compared(string conditions, bool met) => Blocks(conditions, Action()).ShouldBe(met);

    [Theory]
    [InlineData("""{"risk_above":49}""", true)]
    [InlineData("""{"risk_above":50}""", false)]
    [InlineData("""{"risk_above":49.5}""", true)]
    [InlineData("""{"risk_below":51}""", true)]
    [InlineData("""{"risk_below":50}""", false)]
    [InlineData("""{"risk_above":40,"risk_below":60}""", true)]
    public void Fifty_is_above_and_below_what_is_less_and_more(string conditions, bool met) => Blocks(conditions, Action(), 50).ShouldBe(met);

    [Theory]
    [InlineData("""{"amount":1000.01}""", null, true)]
    [InlineData("""{"amount":1000}""", null, false)]
    [InlineData("""{"amount":"1000.01"}""", null, true)]
    [InlineData("""{"amount":"$1,000.01"}""", null, true)]
    [InlineData("""{"amount":10}""", """{"amount":2000}""", true)]
    [InlineData("""{"amount":1e40}""", null, true)]
    [InlineData("""{"amount":"a lot"}""", null, true)]
    [InlineData("""{"amount":[5]}""", null, true)]
    [InlineData("""{"amount":null}""", null, false)]
    [InlineData(null, null, false)]
    public void The_largest_stated_amount_counts(string? details, string? context, bool met) =>
        Blocks("""{"amount_above":1000}""", Action(details: details, context: context)).ShouldBe(met);

    [Fact]
    public void An_amount_may_be_stated_as_an_indicator() =>
        Blocks("""{"amount_above":0.3}""", Action(indicators: new RiskIndicators { AmountThreshold = "0.30000000000000001" })).ShouldBeTrue();

    [Theory]
    [InlineData("""{"resource_type":"customer_data"}""", null, "customer_data")]
    [InlineData(null, """{"resource_type":"Customer_Data"}""", "x")]
    [InlineData(null, null, "CUSTOMER_DATA")]
    public void A_resource_type_is_found_wherever_it_is_stated(string? details, string? context, string resource) =>
        Blocks("""{"resource_type":"customer_*"}""", Action(details: details, context: context, resource: resource)).ShouldBeTrue();

    [Fact]
    public void A_harmless_resource_type_does_not_hide_another() =>
        Blocks("""{"resource_type":"payroll"}""", Action(resource: "payroll", context: """{"resource_type":"public"}""")).ShouldBeTrue();

    [Theory]
    [InlineData("pii", true)]
    [InlineData("financial", true)]
    [InlineData("confidential", true)]
    [InlineData("high", true)]
    [InlineData("secret", false)]
    public void Classes_of_data_come_from_the_context_and_the_indicators(string classification, bool met) =>
        Blocks(
            $$"""{"data_classification":"{{classification}}"}""",
            Action(
                context: """{"data_classification":["internal","Confidential"]}""",
                indicators: new RiskIndicators { PiiInvolved = true, FinancialData = true, DataSensitivity = "high" })).ShouldBe(met);

    [Fact]
    public void A_policy_for_one_agent_leaves_the_others_alone()
    {
        var policy = Policy("""{"policy_name":"P","policy_action":"block","level":"agent","target":"agent-7"}""");

        Evaluate(Action(agentId: "agent-7"), 10, policy).Policies.ShouldHaveSingleItem();
        Evaluate(Action(agentId: "agent-8"), 10, policy).Policies.ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_for_one_agent_type_leaves_the_others_alone()
    {
        var policy = Policy("""{"policy_name":"P","effect":"DENY","level":"agent_type","target":"autonomous"}""");

        Evaluate(Action(agentType: "autonomous"), 10, policy).Policies.ShouldHaveSingleItem();
        Evaluate(Action(), 10, policy).Policies.ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_that_is_not_active_does_not_count() =>
        Evaluate(Action(), 10, Policy("""{"policy_name":"P","policy_action":"block","is_active":false}""")).Policies.ShouldBeEmpty();
}
