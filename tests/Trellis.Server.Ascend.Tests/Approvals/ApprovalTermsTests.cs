using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Decisions;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>What policies demand beyond the workflow.</summary>
public sealed class ApprovalTermsTests
{
    private static readonly Decision Plain = new() { Verdict = new Verdict(EnforcementDecision.PendingApproval, DecisionSource.Policy, "a policy") };

    private static readonly Workflow Manager = WorkflowSet.Default.Choose(60);

    [Fact]
    public void Without_demands_the_workflow_counts()
    {
        var stage = ApprovalTerms.StagesOf(Manager, Plain).ShouldHaveSingleItem();

        (stage.Name, stage.RequiredLevel, stage.EscalateAfter).ShouldBe(("manager", 2, TimeSpan.FromHours(2)));
        stage.Approvers.ShouldBeEmpty();
        ApprovalTerms.WindowOf(Manager, Plain).ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public void A_policy_asks_for_more_people_of_the_same_level()
    {
        var stages = ApprovalTerms.StagesOf(Manager, Plain with { MinApprovers = 3, RequiredApprovers = ["mia", "max", "moe"] });

        stages.Select(stage => stage.RequiredLevel).ShouldBe([2, 2, 2]);
        stages.ShouldAllBe(stage => stage.Approvers.Count == 3);
    }

    [Fact]
    public void A_policy_never_asks_for_fewer_people_than_the_workflow() =>
        ApprovalTerms.StagesOf(WorkflowSet.Default.Choose(95), Plain with { MinApprovers = 1 }).Length.ShouldBe(3);

    [Fact]
    public void A_policy_s_time_is_the_time() =>
        ApprovalTerms.WindowOf(Manager, Plain with { ApprovalTimeout = TimeSpan.FromHours(1) }).ShouldBe(TimeSpan.FromHours(1));

    [Fact]
    public void A_policy_that_escalates_at_the_end_of_its_time_gives_the_next_ones_the_workflow_s()
    {
        var decision = Plain with { ApprovalTimeout = TimeSpan.FromHours(1), EscalateOnTimeout = true };

        ApprovalTerms.StagesOf(Manager, decision)[0].EscalateAfter.ShouldBe(TimeSpan.FromHours(1));
        ApprovalTerms.WindowOf(Manager, decision).ShouldBe(TimeSpan.FromHours(9));
    }

    [Theory]
    [InlineData(0, "risk_0_49")]
    [InlineData(49, "risk_0_49")]
    [InlineData(50, "risk_50_69")]
    [InlineData(69, "risk_50_69")]
    [InlineData(70, "risk_70_89")]
    [InlineData(89, "risk_70_89")]
    [InlineData(90, "risk_90_100")]
    [InlineData(100, "risk_90_100")]
    public void A_score_has_its_workflow(int score, string id) => WorkflowSet.Default.Choose(score).Id.ShouldBe(id);

    [Fact]
    public void Where_no_workflow_is_in_use_the_strictest_is() =>
        new WorkflowSet([.. WorkflowDefaults.All.Select(workflow => workflow with { IsActive = false })]).Choose(10).Id.ShouldBe("risk_90_100");
}
