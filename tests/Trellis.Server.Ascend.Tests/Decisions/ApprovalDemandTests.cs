using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Policies;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Decisions;

public sealed class ApprovalDemandTests
{
    private const string Legal =
        """{"policy_name":"legal","policy_action":"require_approval","action_params":{"approvers":["ann","bob"],"timeout_hours":4,"min_approvers":1}}""";

    private const string Finance =
        """
        {"policy_name":"finance","policy_action":"require_approval","action_params":
         {"approvers":["bob","eve"],"timeout_hours":2,"min_approvers":2,"escalate_on_timeout":true,"require_justification":true}}
        """;

    private const string Security =
        """{"policy_name":"security","policy_action":"escalate","action_params":{"escalate_to":"ciso"}}""";

    [Fact]
    public void Of_several_demands_the_strictest_counts()
    {
        var decision = Decide(10, Legal, Finance);

        decision.RequiredApprovers.ShouldBe(["ann", "bob", "eve"]);
        decision.ApprovalTimeout.ShouldBe(TimeSpan.FromHours(2));
        decision.MinApprovers.ShouldBe(2);
        decision.EscalateOnTimeout.ShouldBeTrue();
        decision.Conditions.ShouldBe(["justification_required"]);
    }

    [Fact]
    public void An_escalation_is_for_whom_it_names_first() => Decide(10, Legal, Security).RequiredApprovers.ShouldBe(["ciso", "ann", "bob"]);

    [Fact]
    public void A_high_risk_needs_a_second_factor()
    {
        Decide(71, Legal).Conditions.ShouldBe(["mfa_required"]);
        Decide(70, Legal).RequiresMfa.ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_pending_demands_nothing() =>
        Decide(90, Legal, """{"policy_name":"no","policy_action":"block"}""").RequiredApprovers.ShouldBeEmpty();

    private static Decision Decide(int score, params string[] policies) => DecisionRules.Decide(new DecisionInput
    {
        RiskScore = score,
        Rules = Evaluate(Action(), score, [.. policies.Select((json, index) => Policy(json, index + 1))]),
        Thresholds = AgentThresholds.DefaultFor("supervised"),
    });
}
