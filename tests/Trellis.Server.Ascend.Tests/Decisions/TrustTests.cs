using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Tests.Decisions;

public sealed class TrustTests
{
    [Theory]
    [InlineData("restricted", 50, 60)]
    [InlineData("restricted", 95, 100)]
    [InlineData("standard", 50, 50)]
    [InlineData("trusted", 50, 50)]
    public void A_restricted_agents_actions_count_as_riskier(string trust, int score, int counted) =>
        TrustEffect.OnScore(trust, score).ShouldBe(counted);

    [Theory]
    [InlineData(14, "approved")]
    [InlineData(15, "pending_approval")]
    public void A_restricted_agents_automatic_approval_ends_at_half(int score, string status) =>
        DecisionRules.Decide(Input(TrustLevels.Restricted, score) with
        {
            Settings = DecisionSettings.Default with { BetweenThresholds = BetweenThresholds.RequireApproval },
        }).ShouldBe(status, "threshold");

    [Fact]
    public void An_untrusted_agent_always_needs_a_person() =>
        DecisionRules.Decide(Input(TrustLevels.Untrusted, 0)).ShouldBe("pending_approval", "threshold");

    [Fact]
    public void Shadow_thresholds_are_tried_out_beside_the_real_ones()
    {
        var decision = DecisionRules.Decide(Input(TrustLevels.Standard, 50) with { ShadowThresholds = new AgentThresholds(10, 40, 30) });

        decision.Status.ShouldBe(DecisionStatus.Approved);
        decision.Shadow!.Value.Enforcement.ShouldBe(EnforcementDecision.PendingApproval);
        decision.Shadow.Value.Source.ShouldBe(DecisionSource.Threshold);
    }

    [Fact]
    public void Without_shadow_thresholds_there_is_no_shadow() => DecisionRules.Decide(Input(TrustLevels.Standard, 50)).Shadow.ShouldBeNull();

    private static DecisionInput Input(string trust, int score) => new()
    {
        RiskScore = score,
        Rules = RuleOutcome.None,
        Thresholds = AgentThresholds.DefaultFor("supervised"),
        TrustLevel = trust,
    };
}
