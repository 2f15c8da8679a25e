using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.SmartRules;

public sealed class SmartRuleTests
{
    [Theory]
    [InlineData("alert", true, false)]
    [InlineData("block", false, false)]
    [InlineData("block_and_alert", true, false)]
    [InlineData("quarantine", true, true)]
    [InlineData("log", false, false)]
    public void A_rule_may_alert_and_quarantine(string action, bool alerts, bool quarantines)
    {
        var outcome = Evaluate(Rules.SmartRule("risk_score > 1", SmartRuleActions.Read(action)!.Value));

        outcome.RaisesAlert.ShouldBe(alerts);
        outcome.Quarantines.ShouldBe(quarantines);
    }

    [Fact]
    public void The_rule_that_demands_the_most_counts() =>
        Evaluate(
            Rules.SmartRule("risk_score > 1", SmartRuleAction.RequireApproval, 1),
            Rules.SmartRule("risk_score > 1", SmartRuleAction.Block, 2),
            Rules.SmartRule("risk_score > 1", SmartRuleAction.Alert, 3)).StrictestSmartRule!.Id.ShouldBe(2);

    [Theory]
    [InlineData("log")]
    [InlineData("monitor")]
    [InlineData("alert")]
    public void Some_rules_demand_nothing(string action)
    {
        var outcome = Evaluate(Rules.SmartRule("risk_score > 1", SmartRuleActions.Read(action)!.Value));

        outcome.SmartRules.ShouldHaveSingleItem();
        outcome.StrictestSmartRule.ShouldBeNull();
    }

    [Fact]
    public void A_rule_that_cannot_be_understood_wants_a_person() =>
        Evaluate(Rules.SmartRule("amount >> 5", SmartRuleAction.Log)).StrictestSmartRule!.EffectiveAction.ShouldBe(SmartRuleAction.RequireApproval);

    [Fact]
    public void A_rule_for_one_agent_leaves_the_others_alone()
    {
        Evaluate(Rules.SmartRule("amount >> 5") with { AgentId = "AGENT-1" }).SmartRules.ShouldHaveSingleItem();
        Evaluate(Rules.SmartRule("amount >> 5") with { AgentId = "agent-2" }).SmartRules.ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_is_not_active_does_not_count() =>
        Evaluate(Rules.SmartRule("risk_score > 1") with { IsActive = false }).ShouldBeSameAs(RuleOutcome.None);

    private static RuleOutcome Evaluate(params SmartRule[] rules) => CompiledRules.Compile([], rules).Evaluate(Action(), 50);
}
