namespace Trellis.Ascend.Tests.Evaluation;

public sealed class WaitingTests
{
    [Fact]
    public async Task A_pending_action_is_looked_at_at_once_and_then_every_two_seconds()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Pending), Golden.Ok(Golden.StillPending), Golden.Ok(Golden.Approved));
        var decision = await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        decision.Decision.ShouldBe(Decision.Allowed);
        ascend.Transport.Requests.Select(request => request.Path)
            .ShouldBe(["/api/v1/actions/submit", "/api/v1/actions/1547/status", "/api/v1/actions/1547/status"]);
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public void The_synchronous_form_waits_in_the_same_way()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Pending), Golden.Ok(Golden.StillPending), Golden.Ok(Golden.Approved));
        ascend.Client.EvaluateAction(AscendFixture.Action).Decision.ShouldBe(Decision.Allowed);
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_gets_the_pending_decision()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Pending));
        (await ascend.Client.EvaluateActionAsync(AscendFixture.Action, waitForDecision: false)).Decision.ShouldBe(Decision.Pending);
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_short_status_leaves_out_is_kept_from_the_submission()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Pending), Golden.Ok(Golden.Approved));
        var decision = await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        decision.ApprovalRequestId.ShouldBe("apr_9f2c1a7b3d4e5f60");
        decision.RiskLevel.ShouldBe(RiskLevel.High);
        decision.CvssScore.ShouldBe(6.5);
        decision.ExecutionAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_minute_without_a_decision_the_wait_ends_with_an_error_that_holds_it()
    {
        using var ascend = new AscendFixture(null, new Trellis.Testing.StubTransport(
            request => Golden.Ok(request.Path.EndsWith("submit", StringComparison.Ordinal) ? Golden.Pending : Golden.StillPending)));
        var error = await Should.ThrowAsync<AscendTimeoutException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        error.TimeoutSeconds.ShouldBe(60);
        error.Kind.ShouldBeNull();
        error.PendingDecision!.ApprovalRequestId.ShouldBe("apr_9f2c1a7b3d4e5f60");
        error.ErrorCode.ShouldBe("TIMEOUT");
        ascend.Clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_timeout_of_a_call_is_the_wait_and_not_the_requests()
    {
        using var ascend = new AscendFixture(null, new Trellis.Testing.StubTransport(_ => Golden.Ok(Golden.Pending)));
        var error = await Should.ThrowAsync<AscendTimeoutException>(
            () => ascend.Client.EvaluateActionAsync(AscendFixture.Action, timeout: TimeSpan.FromSeconds(5)));
        error.Limit.ShouldBe(TimeSpan.FromSeconds(5));
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task A_wait_can_be_asked_for_alone()
    {
        using var ascend = new AscendFixture(Golden.Decision("pending_approval"), Golden.Decision("denied"));
        (await ascend.Client.WaitForDecisionAsync("7")).Decision.ShouldBe(Decision.Denied);
    }

    [Fact]
    public async Task A_wait_of_zero_looks_once()
    {
        using var ascend = new AscendFixture(Golden.Decision("pending_approval"));
        await Should.ThrowAsync<AscendTimeoutException>(() => ascend.Client.WaitForDecisionAsync("7", TimeSpan.Zero));
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wait_ends_when_the_caller_gives_up()
    {
        var clock = new Trellis.Testing.ManualTimeProvider();
        using var ascend = new AscendFixture(null, new Trellis.Testing.StubTransport(_ => Golden.Ok(Golden.Pending)), clock);
        using var cancellation = new CancellationTokenSource();
        var call = ascend.Client.WaitForDecisionAsync("7", cancellationToken: cancellation.Token);
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_server_is_asked_to_answer_as_soon_as_somebody_has_decided()
    {
        using var ascend = new AscendFixture(Golden.Decision("pending_approval"), Golden.Decision("approved"));
        await ascend.Client.WaitForDecisionAsync("7");
        ascend.Transport.Requests.Select(static request => request.Headers["Prefer"]).ShouldBe(["wait=2", "wait=2"]);
    }

    [Fact]
    public async Task The_time_that_the_server_has_waited_is_not_waited_again()
    {
        var clock = new Trellis.Testing.ManualTimeProvider { AutoAdvance = true };
        using var ascend = new AscendFixture(
            null,
            new Trellis.Testing.StubTransport(_ =>
            {
                clock.Advance(TimeSpan.FromSeconds(1.5));
                return Golden.Ok(Golden.Pending);
            }),
            clock);
        await Should.ThrowAsync<AscendTimeoutException>(() => ascend.Client.WaitForDecisionAsync("7", TimeSpan.FromSeconds(4)));
        clock.Delays.ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.5)]);
    }

    [Fact]
    public async Task A_denied_action_is_a_decision_and_no_error()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Denied));
        var decision = await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        decision.Decision.ShouldBe(Decision.Denied);
        decision.PolicyViolations.ShouldBe(["p1"]);
    }
}
