using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task Paging_by_the_last_one_reads_everything_once_and_the_newest_first()
    {
        var opened = new List<Approval>();
        for (var number = 0; number < 7; number++)
        {
            opened.Add(await OpenAsync(Request()));
            if (number % 3 == 0)
                Time.Advance(TimeSpan.FromSeconds(1));
        }

        var read = new List<Approval>();
        for (var page = await ListAsync(new(), new(2)); page.Count > 0; page = await ListAsync(new(), new(2, page[^1])))
            read.AddRange(page);

        read.Select(approval => approval.Id).ShouldBe(
            opened.OrderByDescending(approval => approval.CreatedAt)
                .ThenByDescending(approval => approval.Id, StringComparer.Ordinal)
                .Select(approval => approval.Id));
    }

    [Fact]
    public async Task An_offset_passes_over_the_newest()
    {
        var oldest = await OpenAsync(Request());
        Time.Advance(TimeSpan.FromSeconds(1));
        await OpenAsync(Request());

        (await ListAsync(new(), new(10, Offset: 1))).ShouldHaveSingleItem().Id.ShouldBe(oldest.Id);
    }

    [Fact]
    public async Task A_state_selects_what_stands_so_now()
    {
        var approved = await OpenAsync(Request());
        await ApproveAsync(approved.Id, Person("alice"));
        var rejected = await OpenAsync(Request());
        await RejectAsync(rejected.Id, Person("alice"));
        var overdue = await OpenAsync(Request(Now.AddHours(1), null));
        var waiting = await OpenAsync(Request(Now.AddHours(3), null));
        var everlasting = await OpenAsync(Request());
        Time.Advance(TimeSpan.FromHours(2));

        (await IdsAsync(ApprovalState.Approved)).ShouldBe([approved.Id]);
        (await IdsAsync(ApprovalState.Rejected)).ShouldBe([rejected.Id]);
        (await IdsAsync(ApprovalState.Expired)).ShouldBe([overdue.Id]);
        (await IdsAsync(ApprovalState.Pending)).ShouldBe([waiting.Id, everlasting.Id], ignoreOrder: true);
        (await IdsAsync(ApprovalState.Cancelled)).ShouldBeEmpty();
        (await IdsAsync(ApprovalState.Rejected, ApprovalState.Expired)).ShouldBe([rejected.Id, overdue.Id], ignoreOrder: true);
        (await IdsAsync()).Length.ShouldBe(5);

        // What the clock has stored reads as what it would have.
        await ApproveAsync(overdue.Id, Person("alice"));
        (await IdsAsync(ApprovalState.Expired)).ShouldBe([overdue.Id]);
    }

    [Fact]
    public async Task What_waits_for_a_review_is_found()
    {
        await OpenAsync(Request());
        var overridden = (await OpenAsync(Request())).Id;
        await OverrideAsync(overridden, Person("alice", 5));
        await OverrideAsync(overridden, Person("bob", 5));

        (await ListAsync(new() { Review = ApprovalReview.Due }, new(10))).ShouldHaveSingleItem().Id.ShouldBe(overridden);
        (await ListAsync(new() { Review = ApprovalReview.Done }, new(10))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_shows_one_organisation_and_one_platform()
    {
        await OpenAsync(Request());

        (await ListAsync(new() { Platform = "ascend" }, new(10))).Count.ShouldBe(1);
        (await ListAsync(new() { Platform = "akshi" }, new(10))).ShouldBeEmpty();
        (await Store.ReadAsync(session => Inbox.ListAsync(session, 8, new(), new(10)), Cancellation)).ShouldBeEmpty();
        (await Store.ReadAsync(session => Inbox.CountAsync(session, 8, new()), Cancellation)).ShouldBe(0);
    }

    private Task<IReadOnlyList<Approval>> ListAsync(ApprovalFilter filter, ApprovalPage page) =>
        Store.ReadAsync(session => Inbox.ListAsync(session, Organisation, filter, page), Cancellation).AsTask();

    private async Task<string[]> IdsAsync(params ApprovalState[] states)
    {
        var filter = new ApprovalFilter { States = states };
        var listed = await ListAsync(filter, new(10));
        (await Store.ReadAsync(session => Inbox.CountAsync(session, Organisation, filter), Cancellation)).ShouldBe(listed.Count);
        listed.ShouldAllBe(approval => states.Length == 0 || states.Contains(approval.State));
        return [.. listed.Select(approval => approval.Id)];
    }
}
