using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Decisions;

public sealed class DecisionTests
{
    [Theory]
    [InlineData(0, "approved")]
    [InlineData(29, "approved")]
    [InlineData(30, "approved")]
    [InlineData(79, "approved")]
    [InlineData(80, "pending_approval")]
    [InlineData(100, "pending_approval")]
    public void Thresholds_decide_where_nothing_else_does(int score, string status) =>
        Decide(score).ShouldBe(status, "threshold");

    [Theory]
    [InlineData(79, "approved")]
    [InlineData(80, "denied")]
    public void From_the_maximum_on_actions_may_be_denied(int score, string status) =>
        DecisionRules.Decide(Input(score) with { Settings = DecisionSettings.Default with { AboveMax = AboveMaximum.Deny } })
            .ShouldBe(status, "threshold");

    [Theory]
    [InlineData(29, "approved")]
    [InlineData(30, "pending_approval")]
    public void Between_the_thresholds_a_person_may_be_needed(int score, string status) =>
        DecisionRules.Decide(Input(score) with { Settings = Cautious }).ShouldBe(status, "threshold");

    [Fact]
    public void Between_the_thresholds_a_policy_may_allow() =>
        DecisionRules.Decide(Input(50, PolicyEffect.Allow) with { Settings = Cautious }).ShouldBe("approved", "policy");

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    public void A_policy_that_blocks_denies_whatever_the_risk(int score) =>
        Decide(score, PolicyEffect.Deny).ShouldBe("denied", "policy");

    [Theory]
    [InlineData(0, "policy")]
    [InlineData(50, "policy")]
    [InlineData(80, "threshold")]
    public void A_policy_that_requires_approval_wins_over_a_low_risk(int score, string source) =>
        Decide(score, PolicyEffect.RequireApproval).ShouldBe("pending_approval", source);

    [Fact]
    public void A_policy_that_allows_does_not_lift_the_maximum() =>
        Decide(80, PolicyEffect.Allow).ShouldBe("pending_approval", "threshold");

    [Fact]
    public void A_policy_may_escalate()
    {
        var decision = Decide(90, PolicyEffect.Escalate);

        decision.ShouldBe("pending_approval", "policy");
        decision.Verdict.Enforcement.ShouldBe(EnforcementDecision.Escalated);
    }

    [Theory]
    [InlineData("block", "denied", "denied")]
    [InlineData("block_and_alert", "denied", "denied")]
    [InlineData("quarantine", "denied", "denied")]
    [InlineData("require_approval", "pending_approval", "pending_approval")]
    [InlineData("escalate", "pending_approval", "escalated")]
    public void A_smart_rule_decides_too(string action, string status, string enforcement)
    {
        var decision = DecisionRules.Decide(Input(5) with { Rules = WithSmartRule(action) });

        decision.ShouldBe(status, "smart_rule");
        DecisionNames.Of(decision.Verdict.Enforcement).ShouldBe(enforcement);
    }

    [Theory]
    [InlineData("alert")]
    [InlineData("log")]
    [InlineData("monitor")]
    public void A_smart_rule_that_only_watches_changes_nothing(string action) =>
        DecisionRules.Decide(Input(5) with { Rules = WithSmartRule(action) }).ShouldBe("approved", "threshold");

    [Fact]
    public void A_caller_that_asks_for_a_person_gets_one() =>
        DecisionRules.Decide(Input(0) with { RequiresHumanApproval = true }).ShouldBe("pending_approval", "policy");

    [Fact]
    public void What_the_content_checks_block_is_denied_before_all_else()
    {
        var decision = DecisionRules.Decide(Input(0, PolicyEffect.Deny) with
        {
            ContentBlocks = [new ContentBlock(DecisionSource.PromptSecurity, "The prompt overrides its instructions", ["instruction_override"])],
        });

        decision.ShouldBe("denied", "prompt_security");
        decision.Violations.ShouldBe(["The prompt overrides its instructions", "instruction_override", "Policy 'P1' blocks this action"]);
    }

    [Fact]
    public void What_is_beyond_the_agents_scope_is_denied()
    {
        var decision = DecisionRules.Decide(Input(0) with { ScopeViolations = ["The resource 'x' is blocked for the agent."] });

        decision.ShouldBe("denied", "policy");
        decision.Violations.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_denial_always_names_a_violation() =>
        DecisionRules.Decide(Input(80) with { Settings = DecisionSettings.Default with { AboveMax = AboveMaximum.Deny } })
            .Violations.ShouldHaveSingleItem();

    [Fact]
    public void The_reason_is_a_sentence_with_the_numbers() =>
        Decide(80).Verdict.Reason.ShouldBe("Risk 80 is at or above the agent's maximum of 80");

    private static readonly DecisionSettings Cautious =
        DecisionSettings.Default with { BetweenThresholds = BetweenThresholds.RequireApproval };

    private static Decision Decide(int score, PolicyEffect? effect = null) => DecisionRules.Decide(Input(score, effect));

    private static DecisionInput Input(int score, PolicyEffect? effect = null) => new()
    {
        RiskScore = score,
        Rules = effect is { } wanted
            ? Evaluate(Action(), score, Policy($$"""{"policy_name":"P1","policy_action":"{{PolicyEffectNames.Action(wanted)}}"}"""))
            : RuleOutcome.None,
        Thresholds = AgentThresholds.DefaultFor("supervised"),
    };

    private static RuleOutcome WithSmartRule(string action) =>
        CompiledRules.Compile([], [Ascend.Tests.Rules.SmartRule("risk_score >= 0", SmartRuleActions.Read(action)!.Value)]).Evaluate(Action(), 5);
}
