using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Evaluation;

public sealed class DecisionFieldTests
{
    [Fact]
    public async Task Every_field_of_the_contract_is_read()
    {
        var decision = await ReadAsync(Golden.Pending);
        decision.ActionId.ShouldBe("1547");
        decision.Decision.ShouldBe(Decision.Pending);
        decision.Reason.ShouldBe("Risk 72 is at or above the agent's approval threshold");
        decision.RiskScore.ShouldBe(72);
        decision.RiskLevel.ShouldBe(RiskLevel.High);
        decision.RequiresApproval.ShouldBeTrue();
        decision.ApprovalRequestId.ShouldBe("apr_9f2c1a7b3d4e5f60");
        decision.RequiredApprovers.ShouldBe(["manager"]);
        decision.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 1, 15, 14, 30, 45, TimeSpan.Zero));
        decision.CorrelationId.ShouldBe("action_20260115_103045_a1b2c3d4");
        decision.CvssScore.ShouldBe(6.5);
        decision.CvssSeverity.ShouldBe("medium");
        decision.NistControl.ShouldBe("AC-3");
        decision.MitreTactic.ShouldBe("TA0009");
        decision.AlertTriggered.ShouldBe(true);
        decision.AlertId.ShouldBe(88);
        decision.WorkflowId.ShouldBe("12");
        decision.MatchedPolicies.ShouldBe(1);
        decision.Thresholds!["auto_approve_below"]!.GetValue<int>().ShouldBe(30);
        decision.ProcessingTimeMs.ShouldBe(145);
        decision.EnforcementDecision.ShouldBe("pending_approval");
        decision.EnforcementDecisionSource.ShouldBe("threshold");
        decision.RiskScoreSource.ShouldBe("pipeline");
        decision.ShadowEnforcementDecision.ShouldBeNull();
    }

    [Fact]
    public async Task Fields_that_are_not_known_are_kept() =>
        (await ReadAsync("""{"action_id":7,"status":"approved","brand_new":[1]}""")).AdditionalFields!["brand_new"].GetRawText().ShouldBe("[1]");

    [Theory]
    [InlineData("7", "7")]
    [InlineData("\"act_abc123\"", "act_abc123")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public async Task An_id_is_text_whatever_it_was(string json, string expected) =>
        (await ReadAsync($$"""{"action_id":{{json}},"id":1,"status":"approved"}""")).ActionId.ShouldBe(expected);

    [Fact]
    public async Task Without_an_action_id_the_id_counts() => (await ReadAsync("""{"id":9,"status":"approved"}""")).ActionId.ShouldBe("9");

    [Theory]
    [InlineData("35.0", 35)]
    [InlineData("34.5", 35)]
    [InlineData("0.5", 1)]
    [InlineData("100", 100)]
    [InlineData("\"72\"", 72)]
    public async Task A_fractional_score_is_rounded_half_away_from_zero(string json, int expected) =>
        (await ReadAsync($$"""{"action_id":7,"status":"approved","risk_score":{{json}}}""")).RiskScore.ShouldBe(expected);

    [Theory]
    [InlineData("\"low\"", RiskLevel.Low)]
    [InlineData("\"HIGH\"", RiskLevel.High)]
    [InlineData("\"minimal\"", null)]
    [InlineData("\"none\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task A_risk_level_that_is_not_known_is_none(string json, RiskLevel? expected) =>
        (await ReadAsync($$"""{"action_id":7,"status":"approved","risk_level":{{json}}}""")).RiskLevel.ShouldBe(expected);

    [Fact]
    public async Task The_word_of_an_unknown_risk_level_is_kept() =>
        (await ReadAsync("""{"action_id":7,"status":"approved","risk_level":"minimal"}""")).RiskLevelText.ShouldBe("minimal");

    [Fact]
    public async Task Promoted_fields_are_mirrored_into_the_metadata()
    {
        var metadata = (await ReadAsync(Golden.Pending)).Metadata;
        metadata["cvss_score"]!.GetValue<double>().ShouldBe(6.5);
        metadata["correlation_id"]!.GetValue<string>().ShouldBe("action_20260115_103045_a1b2c3d4");
        metadata["thresholds"]!["agent_type"]!.GetValue<string>().ShouldBe("supervised");
        metadata.ContainsKey("code_analysis").ShouldBeFalse();
    }

    [Fact]
    public async Task Mirroring_does_not_overwrite_what_is_in_the_metadata()
    {
        var decision = await ReadAsync("""{"action_id":7,"status":"approved","alert_id":1,"metadata":{"alert_id":"own","x":2}}""");
        JsonNode.DeepEquals(decision.Metadata, JsonNode.Parse("""{"alert_id":"own","x":2}""")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("reviewed_by", "reviewed_at")]
    [InlineData("approved_by", "approved_at")]
    public async Task Who_decided_comes_under_either_name(string byName, string atName)
    {
        var decision = await ReadAsync($$"""{"action_id":7,"status":"approved","{{byName}}":"ann","{{atName}}":"2026-01-15T10:30:00Z"}""");
        decision.ApprovedBy.ShouldBe("ann");
        decision.ApprovedAt.ShouldBe(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Lists_that_are_null_are_empty()
    {
        var decision = await ReadAsync("""{"action_id":7,"status":"approved","policy_violations":null,"conditions":null,"required_approvers":null}""");
        decision.PolicyViolations.ShouldBeEmpty();
        decision.Conditions.ShouldBeEmpty();
        decision.RequiredApprovers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_does_not_lose_the_decision() =>
        (await ReadAsync("""{"action_id":7,"status":"approved","expires_at":"soon"}""")).ExpiresAt.ShouldBeNull();

    [Theory]
    [InlineData(0, RiskLevel.Low)]
    [InlineData(44, RiskLevel.Low)]
    [InlineData(45, RiskLevel.Medium)]
    [InlineData(69, RiskLevel.Medium)]
    [InlineData(70, RiskLevel.High)]
    [InlineData(84, RiskLevel.High)]
    [InlineData(85, RiskLevel.Critical)]
    [InlineData(100, RiskLevel.Critical)]
    public void Scores_fall_into_four_bands(int score, RiskLevel expected) => RiskScore.LevelOf(score).ShouldBe(expected);

    private static async Task<AuthorizationDecision> ReadAsync(string json)
    {
        using var ascend = new AscendFixture(Golden.Ok(json));
        return await ascend.Client.GetActionStatusAsync("7");
    }
}
