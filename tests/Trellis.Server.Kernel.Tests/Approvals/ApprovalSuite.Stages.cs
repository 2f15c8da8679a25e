using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    private static readonly ApprovalStage[] ThreeStages = [Stage("security", 3), Stage("senior", 4), Stage("executive", 5)];

    [Fact]
    public async Task Stages_are_approved_one_after_the_other_by_different_people()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        var first = await ApproveAsync(id, Person("alice", 3), "one");
        var second = await ApproveAsync(id, Person("bob", 4), "two");
        var third = await ApproveAsync(id, Person("carol", 5), "three");

        (first.Kind, first.Approval!.Stage.Name).ShouldBe((ApprovalOutcomeKind.StageCompleted, "senior"));
        (second.Kind, second.Approval!.Stage.Name).ShouldBe((ApprovalOutcomeKind.StageCompleted, "executive"));
        (third.Kind, third.Approval!.State, third.Approval.DecidedBy).ShouldBe((ApprovalOutcomeKind.Decided, ApprovalState.Approved, "carol"));
        (await HistoryAsync(id)).Select(entry => (entry.Stage, entry.DeciderId, entry.Comment))
            .ShouldBe([(0, "alice", "one"), (1, "bob", "two"), (2, "carol", "three")]);
    }

    [Fact]
    public async Task The_same_person_does_not_approve_two_stages()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await ApproveAsync(id, Person("alice", 5));

        (await ApproveAsync(id, Person("alice", 5))).Kind.ShouldBe(ApprovalOutcomeKind.SamePersonTwice);
        (await FindAsync(id)).StageIndex.ShouldBe(1);
    }

    [Fact]
    public async Task Who_approved_a_stage_may_still_reject()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await ApproveAsync(id, Person("alice", 5));

        (await RejectAsync(id, Person("alice", 5))).Approval!.State.ShouldBe(ApprovalState.Rejected);
    }

    [Fact]
    public async Task One_rejection_ends_all_stages()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await ApproveAsync(id, Person("alice", 3));
        await RejectAsync(id, Person("bob", 4), "no");

        (await ApproveAsync(id, Person("carol", 5))).Kind.ShouldBe(ApprovalOutcomeKind.AlreadyDecided);
        var found = await FindAsync(id);
        (found.State, found.StageIndex).ShouldBe((ApprovalState.Rejected, 1));
        StatesOf(found).ShouldBe([ApprovalStageState.Approved, ApprovalStageState.Rejected, ApprovalStageState.Skipped]);
    }

    [Fact]
    public async Task Each_stage_has_its_own_level()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await ApproveAsync(id, Person("alice", 3));

        (await ApproveAsync(id, Person("bob", 3))).Kind.ShouldBe(ApprovalOutcomeKind.InsufficientLevel);
    }

    [Fact]
    public async Task Each_stage_says_where_it_stands()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        StatesOf(await FindAsync(id)).ShouldBe([ApprovalStageState.Pending, ApprovalStageState.Pending, ApprovalStageState.Pending]);

        await ApproveAsync(id, Person("alice", 3));
        StatesOf(await FindAsync(id)).ShouldBe([ApprovalStageState.Approved, ApprovalStageState.Pending, ApprovalStageState.Pending]);

        await ApproveAsync(id, Person("bob", 4));
        await ApproveAsync(id, Person("carol", 5));
        StatesOf(await FindAsync(id)).ShouldAllBe(state => state == ApprovalStageState.Approved);
    }

    private static IEnumerable<ApprovalStageState> StatesOf(Approval approval) => Enumerable.Range(0, approval.Stages.Count).Select(approval.StateOf);
}
