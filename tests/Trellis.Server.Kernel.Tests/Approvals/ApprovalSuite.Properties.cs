using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Approvals;

/// <summary>What must hold whatever people do to an approval, in whatever order, and however much time passes between.</summary>
public abstract partial class ApprovalSuite
{
    private const int Sequences = 40;

    private static readonly Decider[] People =
        [Person("asker", 5), Person("low", 2), Person("security", 3), Person("senior", 4), Person("alice", 5), Person("bob", 5)];

    private static readonly Gen<Move> Moves =
        from kind in Gen.Frequency(
            (6, Gen.Constant(ApprovalDecisionKind.Approve)),
            (1, Gen.Constant(ApprovalDecisionKind.Reject)),
            (2, Gen.Constant(ApprovalDecisionKind.Override)),
            (1, Gen.Constant(ApprovalDecisionKind.Cancel)),
            (1, Gen.Constant(ApprovalDecisionKind.Review)))
        from person in Gen.Elements(People)
        from minutes in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 25)))
        select new Move(kind, person, minutes);

    [Fact]
    public async Task Whatever_happens_an_approval_ends_once_and_by_the_rules()
    {
        var expiries = 0;
        foreach (var moves in Gen.ListOf(Moves, 10).Sample(Sequences))
        {
            var opened = await OpenAsync(Request(Now.AddMinutes(60), Now.AddMinutes(20), ThreeStages));
            var accepted = 0;
            var last = opened;
            foreach (var move in moves)
            {
                Time.Advance(TimeSpan.FromMinutes(move.Minutes));
                var outcome = await MakeAsync(move, opened.Id);
                accepted += outcome.IsAccepted ? 1 : 0;
                ShouldFollow(last, outcome.Approval!);
                last = outcome.Approval!;
            }

            var history = await HistoryAsync(opened.Id);
            ShouldBeByTheRules(last, history);
            history.Count(entry => entry.DeciderId is not null).ShouldBe(accepted);
            expiries += last.State is ApprovalState.Expired ? 1 : 0;
        }

        (await ToldAsync()).Count(told => told.StartsWith("expired", StringComparison.Ordinal)).ShouldBe(expiries);
    }

    private Task<ApprovalOutcome> MakeAsync(Move move, string id) => move.Kind switch
    {
        ApprovalDecisionKind.Approve => ApproveAsync(id, move.Person),
        ApprovalDecisionKind.Reject => RejectAsync(id, move.Person),
        ApprovalDecisionKind.Override => OverrideAsync(id, move.Person),
        ApprovalDecisionKind.Review => ReviewAsync(id, move.Person),
        _ => Store.WriteAsync(session => Inbox.CancelAsync(session, Organisation, id, move.Person.UserId, null), Cancellation).AsTask(),
    };

    // What has ended stays as it ended, but for its review.
    private static void ShouldFollow(Approval before, Approval after)
    {
        after.StageIndex.ShouldBeInRange(before.StageIndex, before.StageIndex + 1);
        if (before.State is not ApprovalState.Pending)
            (after.State, after.StageIndex, after.DecidedBy, after.DecidedAt)
                .ShouldBe((before.State, before.StageIndex, before.DecidedBy, before.DecidedAt));
    }

    private static void ShouldBeByTheRules(Approval approval, IReadOnlyList<ApprovalDecision> history)
    {
        var approvals = history.Where(entry => entry.Kind is ApprovalDecisionKind.Approve).ToArray();
        approvals.Select(entry => entry.Stage).ShouldBe(Enumerable.Range(0, approvals.Length));
        approvals.ShouldAllBe(entry => LevelOf(entry) >= approval.Stages[entry.Stage].RequiredLevel);
        ShouldBeDifferentPeople(approvals);

        var overrides = history.Where(entry => entry.Kind is ApprovalDecisionKind.Override).ToArray();
        overrides.ShouldAllBe(entry => LevelOf(entry) == 5);
        ShouldBeDifferentPeople(overrides);

        var isOverridden = overrides.Length == 2;
        (approval.State is ApprovalState.Approved).ShouldBe(isOverridden || approvals.Length == approval.Stages.Count);
        approval.WasOverridden.ShouldBe(isOverridden);
        history.Any(entry => entry.Kind is ApprovalDecisionKind.Reject).ShouldBe(approval.State is ApprovalState.Rejected);
        history.Any(entry => entry.Kind is ApprovalDecisionKind.Cancel).ShouldBe(approval.State is ApprovalState.Cancelled);
        history.Any(entry => entry.Kind is ApprovalDecisionKind.Expire).ShouldBe(approval.State is ApprovalState.Expired);
        history.Where(entry => entry.DeciderId is not null && entry.Kind is not ApprovalDecisionKind.Review)
            .ShouldAllBe(entry => entry.At < approval.ExpiresAt);
    }

    private static void ShouldBeDifferentPeople(ApprovalDecision[] entries)
    {
        entries.Select(entry => entry.DeciderId).ShouldBeUnique();
        entries.ShouldAllBe(entry => entry.DeciderId != "asker");
    }

    private static int LevelOf(ApprovalDecision entry) => People.Single(person => person.UserId == entry.DeciderId).Level;

    private sealed record Move(ApprovalDecisionKind Kind, Decider Person, int Minutes)
    {
        public override string ToString() => $"{Kind} by {Person.UserId} after {Minutes} min";
    }
}
