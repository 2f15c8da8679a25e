using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task Just_before_its_time_an_approval_can_be_decided()
    {
        var id = (await OpenAsync(Request(Now.AddHours(1), null))).Id;
        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMicroseconds(1));

        (await ApproveAsync(id, Person("alice"))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Fact]
    public async Task From_its_time_on_an_approval_is_expired_whether_or_not_the_clock_has_come_by()
    {
        var opened = await OpenAsync(Request(Now.AddHours(1), null));
        Time.Advance(TimeSpan.FromHours(1));

        var read = await FindAsync(opened.Id);
        Time.Advance(TimeSpan.FromHours(1));
        var outcome = await ApproveAsync(opened.Id, Person("alice"));

        (read.State, read.Reason, read.DecidedAt, read.DecidedBy).ShouldBe((ApprovalState.Expired, Approval.ExpiryReason, opened.ExpiresAt, null));
        outcome.Kind.ShouldBe(ApprovalOutcomeKind.Expired);
        outcome.Approval.ShouldBeEquivalentTo(read);
    }

    [Fact]
    public async Task A_decision_that_comes_too_late_expires_the_approval_and_tells_the_platform_once()
    {
        var id = (await OpenAsync(Request(Now.AddHours(1), null))).Id;
        Time.Advance(TimeSpan.FromHours(2));

        await ApproveAsync(id, Person("alice"));
        await RejectAsync(id, Person("bob"));

        (await ToldAsync()).ShouldBe(["expired in manager"]);
        (await HistoryAsync(id)).ShouldBe([new ApprovalDecision(0, ApprovalDecisionKind.Expire, null, null, Now)]);
    }

    [Fact]
    public async Task What_has_no_expiry_waits_for_ever()
    {
        var id = (await OpenAsync(Request())).Id;
        Time.Advance(TimeSpan.FromDays(10_000));

        (await ApproveAsync(id, Person("alice"))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Fact]
    public async Task An_escalated_stage_is_open_to_everybody_above_its_level()
    {
        var id = (await OpenAsync(Request(null, Now.AddHours(1), Stage("manager", 2, null, "alice")))).Id;
        (await ApproveAsync(id, Person("bob", 3))).Kind.ShouldBe(ApprovalOutcomeKind.NotListedApprover);

        Time.Advance(TimeSpan.FromHours(1));

        (await FindAsync(id)).StateOf(0).ShouldBe(ApprovalStageState.Escalated);
        (await ApproveAsync(id, Person("carol", 2))).Kind.ShouldBe(ApprovalOutcomeKind.NotListedApprover);
        (await ApproveAsync(id, Person("bob", 3))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
        (await ToldAsync()).ShouldBe(["escalated in manager"]);
        (await HistoryAsync(id)).Select(entry => entry.Kind).ShouldBe([ApprovalDecisionKind.Escalate, ApprovalDecisionKind.Approve]);
    }

    [Fact]
    public async Task Each_stage_waits_its_own_time_before_it_escalates()
    {
        var halfHour = TimeSpan.FromMinutes(30);
        var id = (await OpenAsync(Request(Now.AddHours(2), Now.AddMinutes(40), Stage("one", 2, halfHour), Stage("two", 2, halfHour)))).Id;
        Time.Advance(TimeSpan.FromMinutes(20));
        var next = (await ApproveAsync(id, Person("alice"))).Approval!;

        next.EscalateAt.ShouldBe(next.CreatedAt.AddMinutes(40), "the time that the request named comes before the end of the stage's own");

        Time.Advance(TimeSpan.FromMinutes(25));
        await ApproveAsync(id, Person("bob", 1));
        var escalated = await FindAsync(id);
        (escalated.EscalatedAt, escalated.EscalateAt).ShouldBe((next.CreatedAt.AddMinutes(40), null));
    }

    [Fact]
    public async Task A_new_stage_has_not_escalated()
    {
        var id = (await OpenAsync(Request(null, Now.AddMinutes(10), Stage("one"), Stage("two", 2, TimeSpan.FromMinutes(30))))).Id;
        Time.Advance(TimeSpan.FromMinutes(15));

        var next = (await ApproveAsync(id, Person("alice"))).Approval!;

        (next.EscalatedAt, next.EscalateAt).ShouldBe((null, Now.AddMinutes(30)));
        StatesOf(next).ShouldBe([ApprovalStageState.Approved, ApprovalStageState.Pending]);
    }
}
