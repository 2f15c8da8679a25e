namespace Trellis.Ascend.Tests.Approvals;

public sealed class ApprovalTests
{
    [Fact]
    public async Task An_approved_request_says_who_and_when()
    {
        var status = await CheckAsync("""{"approval_request_id":"apr_1","action_id":7,"status":"approved","approved_by":"ann","decided_at":"2026-01-15T10:30:00Z","comments":"fine"}""");
        status.Approved.ShouldBeTrue();
        status.Pending.ShouldBeFalse();
        status.Approver.ShouldBe("ann");
        status.ActionId.ShouldBe("7");
        status.DecidedAt.ShouldBe(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero));
        status.Comments.ShouldBe("fine");
    }

    [Fact]
    public async Task The_reason_of_a_rejection_is_its_comment()
    {
        var status = await CheckAsync("""{"status":"rejected","rejected_by":"bob","rejection_reason":"too much","comments":"other"}""");
        status.Denied.ShouldBeTrue();
        status.Approver.ShouldBe("bob");
        status.Comments.ShouldBe("too much");
    }

    [Theory]
    [InlineData("denied", true, false)]
    [InlineData("expired", true, false)]
    [InlineData("timeout", true, false)]
    [InlineData("escalated", false, true)]
    [InlineData("pending", false, true)]
    [InlineData("whatever", false, true)]
    public async Task A_request_that_expired_is_decided_and_one_that_escalated_is_not(string word, bool denied, bool pending)
    {
        var status = await CheckAsync($$"""{"status":"{{word}}"}""");
        status.Denied.ShouldBe(denied);
        status.Pending.ShouldBe(pending);
        status.Approved.ShouldBeFalse();
    }

    [Fact]
    public async Task A_missing_status_is_pending() => (await CheckAsync("{}")).Pending.ShouldBeTrue();

    [Fact]
    public void The_synchronous_form_reads_the_same()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"status":"approved"}"""));
        ascend.Client.CheckApproval("apr_1").Approved.ShouldBeTrue();
        ascend.Transport.LastRequest.Path.ShouldBe("/api/sdk/approval/apr_1");
    }

    [Fact]
    public async Task Pending_requests_are_listed()
    {
        using var ascend = new AscendFixture(Golden.Ok(
            """
            {"approvals":[{"approval_request_id":"apr_1","action_id":7,"agent_id":"a","action_type":"t","resource":"r","risk_score":72,"risk_level":"high",
             "required_approvers":["manager"],"stage":"manager","stages":[{"name":"manager","required_level":2,"approvers":["ann"],"status":"pending"},{"name":"executive","status":"pending"}],"expires_at":"2026-01-15T14:30:45Z","created_at":"2026-01-15T10:30:45Z","status":"pending"}],"total":1}
            """));
        var list = await ascend.Client.Approvals.ListAsync();
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/v1/approvals?status=pending&limit=50&offset=0");
        list.Total.ShouldBe(1);
        var request = list.Approvals.ShouldHaveSingleItem();
        request.ActionId.ShouldBe("7");
        request.RequiredApprovers.ShouldBe(["manager"]);
        request.Stage.ShouldBe("manager");
        request.Stages.Select(static stage => stage.Name).ShouldBe(["manager", "executive"]);
        request.Stages[0].Approvers.ShouldBe(["ann"]);
    }

    [Fact]
    public async Task A_person_approves()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"status":"approved","approved_by":"ann","approved_at":"2026-01-15T10:30:00Z"}"""));
        var decision = await ascend.Client.Approvals.ApproveAsync("7");
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.ApprovedBy.ShouldBe("ann");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/7/approve");
        ascend.Transport.LastRequest.Body.Length.ShouldBe(0);
        ascend.Transport.LastRequest.Header("Idempotency-Key").ShouldNotBeNull();
    }

    [Fact]
    public void A_person_rejects_with_a_reason()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"status":"denied","rejected_by":"bob","reason":"no"}"""));
        ascend.Client.Approvals.Reject("7", "no").Decision.ShouldBe(Decision.Denied);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/7/reject");
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "no"}""");
    }

    private static async Task<ApprovalStatus> CheckAsync(string json)
    {
        using var ascend = new AscendFixture(Golden.Ok(json));
        return await ascend.Client.CheckApprovalAsync("apr_1");
    }
}
