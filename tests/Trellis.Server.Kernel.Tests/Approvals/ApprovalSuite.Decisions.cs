using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task An_opened_approval_is_found_as_it_was_asked_for()
    {
        var opened = await OpenAsync(Request(Now.AddHours(4), Now.AddHours(1), Stage("security", 3, TimeSpan.FromMinutes(30), "alice", "manager")));

        var found = await FindAsync(opened.Id);

        found.ShouldBeEquivalentTo(opened);
        found.Id.ShouldMatch("^apr_[0-9a-f]{16}$");
        found.State.ShouldBe(ApprovalState.Pending);
        found.Stage.Approvers.ShouldBe(["alice", "manager"]);
        found.Stage.EscalateAfter.ShouldBe(TimeSpan.FromMinutes(30));
        found.ExpiresAt.ShouldBe(Now.AddHours(4));
        found.EscalateAt.ShouldBe(Now.AddMinutes(30));
    }

    [Fact]
    public async Task Approving_the_only_stage_approves()
    {
        var id = (await OpenAsync(Request())).Id;

        var outcome = await ApproveAsync(id, Person("alice"), "fine");

        outcome.Kind.ShouldBe(ApprovalOutcomeKind.Decided);
        outcome.IsAccepted.ShouldBeTrue();
        var found = await FindAsync(id);
        found.ShouldBeEquivalentTo(outcome.Approval);
        (found.State, found.DecidedBy, found.Reason, found.DecidedAt).ShouldBe((ApprovalState.Approved, "alice", "fine", Now));
    }

    [Fact]
    public async Task Rejecting_rejects()
    {
        var id = (await OpenAsync(Request())).Id;

        var outcome = await RejectAsync(id, Person("alice"), "no");

        outcome.Kind.ShouldBe(ApprovalOutcomeKind.Decided);
        var found = await FindAsync(id);
        (found.State, found.DecidedBy, found.Reason).ShouldBe((ApprovalState.Rejected, "alice", "no"));
    }

    [Fact]
    public async Task A_decision_is_written_down()
    {
        var id = (await OpenAsync(Request())).Id;

        await ApproveAsync(id, Person("alice"), "fine");

        (await HistoryAsync(id)).ShouldBe([new ApprovalDecision(0, ApprovalDecisionKind.Approve, "alice", "fine", Now)]);
    }

    [Theory]
    [InlineData(ApprovalVerdict.Approve)]
    [InlineData(ApprovalVerdict.Reject)]
    public async Task Who_comes_second_is_told_what_the_first_decided(ApprovalVerdict second)
    {
        var id = (await OpenAsync(Request())).Id;
        await RejectAsync(id, Person("alice"), "no");

        var outcome = await DecideAsync(id, Person("bob"), new ApprovalAnswer(second, "late"));

        outcome.Kind.ShouldBe(ApprovalOutcomeKind.AlreadyDecided);
        outcome.IsAccepted.ShouldBeFalse();
        (outcome.Approval!.State, outcome.Approval.DecidedBy, outcome.Approval.Reason).ShouldBe((ApprovalState.Rejected, "alice", "no"));
        (await HistoryAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_approves_what_they_asked_for()
    {
        var id = (await OpenAsync(Request())).Id;

        (await ApproveAsync(id, Person("asker", 5))).Kind.ShouldBe(ApprovalOutcomeKind.SelfApproval);

        (await FindAsync(id)).State.ShouldBe(ApprovalState.Pending);
        (await HistoryAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_asked_may_reject()
    {
        var id = (await OpenAsync(Request())).Id;

        (await RejectAsync(id, Person("asker"))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Theory]
    [InlineData(ApprovalVerdict.Approve)]
    [InlineData(ApprovalVerdict.Reject)]
    public async Task A_level_below_the_required_one_decides_nothing(ApprovalVerdict verdict)
    {
        var id = (await OpenAsync(Request(Stage(level: 3)))).Id;

        (await DecideAsync(id, Person("alice", 2), new ApprovalAnswer(verdict))).Kind.ShouldBe(ApprovalOutcomeKind.InsufficientLevel);
        (await FindAsync(id)).State.ShouldBe(ApprovalState.Pending);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task The_required_level_and_those_above_it_decide(int level)
    {
        var id = (await OpenAsync(Request(Stage(level: 3)))).Id;

        (await ApproveAsync(id, Person("alice", level))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Fact]
    public async Task Where_approvers_are_named_nobody_else_decides()
    {
        var id = (await OpenAsync(Request(Stage(approvers: ["alice", "Manager"])))).Id;

        (await ApproveAsync(id, Person("bob", 5, "admin"))).Kind.ShouldBe(ApprovalOutcomeKind.NotListedApprover);
        (await ApproveAsync(id, Person("carol", 2, "manager"))).Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Fact]
    public async Task Who_was_shown_something_else_decides_nothing()
    {
        var id = (await OpenAsync(Request())).Id;

        var other = await DecideAsync(id, Person("alice"), new ApprovalAnswer(ApprovalVerdict.Approve, null, new string('b', 64)));
        var same = await DecideAsync(id, Person("alice"), new ApprovalAnswer(ApprovalVerdict.Approve, null, Digest));

        other.Kind.ShouldBe(ApprovalOutcomeKind.DigestMismatch);
        same.Kind.ShouldBe(ApprovalOutcomeKind.Decided);
    }

    [Fact]
    public async Task Another_organisation_neither_finds_nor_decides()
    {
        var id = (await OpenAsync(Request())).Id;

        (await DecideAsync(id, Person("alice", 5), new ApprovalAnswer(ApprovalVerdict.Approve), organisation: 8)).ShouldBe(ApprovalOutcome.NotFound);
        (await Store.ReadAsync(session => Inbox.FindAsync(session, 8, id), Cancellation)).ShouldBeNull();
        (await Store.ReadAsync(session => Inbox.FindBySubjectAsync(session, 8, "ascend", "action-1"), Cancellation)).ShouldBeNull();
        (await Store.ReadAsync(session => Inbox.ListDecisionsAsync(session, 8, id), Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_approval_cannot_be_decided()
    {
        var id = (await OpenAsync(Request())).Id;

        var cancelled = await Store.WriteAsync(session => Inbox.CancelAsync(session, Organisation, id, "asker", "not needed"), Cancellation);
        var late = await ApproveAsync(id, Person("alice"));

        (cancelled.Kind, cancelled.Approval!.State).ShouldBe((ApprovalOutcomeKind.Decided, ApprovalState.Cancelled));
        (late.Kind, late.Approval!.DecidedBy).ShouldBe((ApprovalOutcomeKind.AlreadyDecided, "asker"));
    }

    [Fact]
    public async Task The_newest_approval_of_a_subject_is_found()
    {
        await OpenAsync(Request());
        Time.Advance(TimeSpan.FromSeconds(1));
        var newest = await OpenAsync(Request());

        var found = await Store.ReadAsync(session => Inbox.FindBySubjectAsync(session, Organisation, "ascend", "action-1"), Cancellation);

        found!.Id.ShouldBe(newest.Id);
    }

    [Fact]
    public async Task A_decision_is_undone_with_the_transaction_it_joined()
    {
        var id = (await OpenAsync(Request())).Id;

        await Should.ThrowAsync<InvalidOperationException>(async () => await Store.WriteAsync<int>(
            async session =>
            {
                await Inbox.DecideAsync(session, Organisation, id, Person("alice"), new ApprovalAnswer(ApprovalVerdict.Approve));
                throw new InvalidOperationException("The platform changed its mind.");
            },
            Cancellation));

        (await FindAsync(id)).State.ShouldBe(ApprovalState.Pending);
        (await HistoryAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_approval_outlives_a_restart_and_can_then_be_decided()
    {
        var opened = await OpenAsync(Request(Now.AddHours(1), null, Stage("first"), Stage("second", 3)));
        await ApproveAsync(opened.Id, Person("alice"));

        await RestartAsync();

        (await FindAsync(opened.Id)).Stage.Name.ShouldBe("second");
        (await ApproveAsync(opened.Id, Person("bob", 3))).Approval!.State.ShouldBe(ApprovalState.Approved);
    }
}
