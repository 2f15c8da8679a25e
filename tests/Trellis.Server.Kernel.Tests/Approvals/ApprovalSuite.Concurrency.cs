using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task Of_many_who_decide_at_once_exactly_one_wins_and_the_others_are_told()
    {
        var id = (await OpenAsync(Request())).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => number % 2 == 0
            ? ApproveAsync(id, Person($"user-{number}"))
            : RejectAsync(id, Person($"user-{number}")))));

        var winner = outcomes.Where(outcome => outcome.Kind == ApprovalOutcomeKind.Decided).ShouldHaveSingleItem();
        var losers = outcomes.Where(outcome => outcome != winner).ToArray();
        losers.ShouldAllBe(outcome => outcome.Kind == ApprovalOutcomeKind.AlreadyDecided);
        losers.ShouldAllBe(outcome => outcome.Approval!.DecidedBy == winner.Approval!.DecidedBy && outcome.Approval.State == winner.Approval.State);
        (await HistoryAsync(id)).ShouldHaveSingleItem().DeciderId.ShouldBe(winner.Approval!.DecidedBy);
    }

    [Fact]
    public async Task Many_at_once_complete_each_stage_once()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => ApproveAsync(id, Person($"user-{number}", 5)))));

        outcomes.Count(outcome => outcome.Kind == ApprovalOutcomeKind.StageCompleted).ShouldBe(2);
        outcomes.Count(outcome => outcome.Kind == ApprovalOutcomeKind.Decided).ShouldBe(1);
        (await HistoryAsync(id)).Select(entry => entry.Stage).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task One_person_many_times_at_once_is_one_half_of_an_override()
    {
        var id = (await OpenAsync(Request())).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => OverrideAsync(id, Person("alice", 5)))));

        outcomes.Count(outcome => outcome.Kind == ApprovalOutcomeKind.OverrideAwaitsSecond).ShouldBe(1);
        outcomes.Count(outcome => outcome.Kind == ApprovalOutcomeKind.SamePersonTwice).ShouldBe(19);
        (await FindAsync(id)).State.ShouldBe(ApprovalState.Pending);
    }
}
