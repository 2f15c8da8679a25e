using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task Two_people_of_the_highest_level_override_the_stages()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        var first = await OverrideAsync(id, Person("alice", 5), "the site is down");
        var second = await OverrideAsync(id, Person("bob", 5), "it is");

        (first.Kind, first.Approval!.State).ShouldBe((ApprovalOutcomeKind.OverrideAwaitsSecond, ApprovalState.Pending));
        (second.Kind, second.Approval!.State).ShouldBe((ApprovalOutcomeKind.Decided, ApprovalState.Approved));
        var found = await FindAsync(id);
        (found.Review, found.WasOverridden, found.Reason).ShouldBe((ApprovalReview.Due, true, "it is"));
        StatesOf(found).ShouldAllBe(state => state == ApprovalStageState.Skipped);
        (await HistoryAsync(id)).Select(entry => entry.DeciderId).ShouldBe(["alice", "bob"]);
    }

    [Fact]
    public async Task One_person_alone_overrides_nothing()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await OverrideAsync(id, Person("alice", 5));

        (await OverrideAsync(id, Person("alice", 5))).Kind.ShouldBe(ApprovalOutcomeKind.SamePersonTwice);
        (await FindAsync(id)).State.ShouldBe(ApprovalState.Pending);
    }

    [Fact]
    public async Task An_override_needs_the_highest_level_of_all_stages()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        (await OverrideAsync(id, Person("alice", 4))).Kind.ShouldBe(ApprovalOutcomeKind.InsufficientLevel);
    }

    [Fact]
    public async Task Who_asked_does_not_override()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        (await OverrideAsync(id, Person("asker", 5))).Kind.ShouldBe(ApprovalOutcomeKind.SelfApproval);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_override_needs_a_justification(string justification)
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;

        (await OverrideAsync(id, Person("alice", 5), justification)).Kind.ShouldBe(ApprovalOutcomeKind.JustificationMissing);
    }

    [Fact]
    public async Task What_does_not_allow_it_is_not_overridden()
    {
        var request = new ApprovalRequest
        {
            OrganisationId = Organisation,
            Platform = "ascend",
            SubjectId = "a",
            SubjectDigest = Digest,
            RequestedBy = "asker",
            Title = "t",
            Stages = [Stage()],
        };
        var id = (await OpenAsync(request)).Id;

        (await OverrideAsync(id, Person("alice", 5))).Kind.ShouldBe(ApprovalOutcomeKind.OverrideNotAllowed);
    }

    [Fact]
    public async Task An_override_is_reviewed_by_a_third_person()
    {
        var id = (await OpenAsync(Request(ThreeStages))).Id;
        await OverrideAsync(id, Person("alice", 5));
        await OverrideAsync(id, Person("bob", 5));

        (await ReviewAsync(id, Person("bob", 5))).Kind.ShouldBe(ApprovalOutcomeKind.SamePersonTwice);
        (await ReviewAsync(id, Person("carol", 4))).Kind.ShouldBe(ApprovalOutcomeKind.InsufficientLevel);
        (await ReviewAsync(id, Person("carol", 5))).Kind.ShouldBe(ApprovalOutcomeKind.Reviewed);
        (await ReviewAsync(id, Person("dave", 5))).Kind.ShouldBe(ApprovalOutcomeKind.NothingToReview);

        var found = await FindAsync(id);
        (found.State, found.Review, found.ReviewedBy, found.ReviewedAt).ShouldBe((ApprovalState.Approved, ApprovalReview.Done, "carol", Now));
    }

    [Fact]
    public async Task What_was_approved_in_its_stages_needs_no_review()
    {
        var id = (await OpenAsync(Request())).Id;
        await ApproveAsync(id, Person("alice"));

        (await ReviewAsync(id, Person("carol", 5))).Kind.ShouldBe(ApprovalOutcomeKind.NothingToReview);
    }

    private Task<ApprovalOutcome> OverrideAsync(string id, Decider decider, string justification = "the site is down") =>
        Store.WriteAsync(session => Inbox.OverrideAsync(session, Organisation, id, decider, justification), Cancellation).AsTask();

    private Task<ApprovalOutcome> ReviewAsync(string id, Decider reviewer) =>
        Store.WriteAsync(session => Inbox.ReviewAsync(session, Organisation, id, reviewer, "it was right"), Cancellation).AsTask();
}
