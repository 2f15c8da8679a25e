using Trellis.Testing;

namespace Trellis.Ascend.Tests.FailModes;

public sealed class FailModeTests
{
    [Fact]
    public async Task Closed_throws_when_the_server_cannot_be_reached()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => StubAnswer.ConnectFailure()));
        var error = await Should.ThrowAsync<AscendConnectionException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        error.Attempts.ShouldBe(4);
        error.InnerException.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Closed_throws_a_server_error_after_all_retries(int status)
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(status)));
        (await Should.ThrowAsync<AscendServerException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Open_allows_when_the_server_cannot_be_reached_and_says_so_in_every_field()
    {
        using var ascend = Open(_ => StubAnswer.ConnectFailure());
        var decision = await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.ExecutionAllowed.ShouldBeTrue();
        decision.ActionId.ShouldMatch("^fail_open_asc_[0-9a-f]{16}$");
        decision.RiskScore.ShouldBe(0);
        decision.RiskLevel.ShouldBeNull();
        decision.Reason.ShouldBeNull();
        decision.Conditions.ShouldBe(["fail_open_mode"]);
        decision.Comments!.ShouldContain("fail_mode=open");
        decision.Metadata["fail_mode"]!.GetValue<string>().ShouldBe("open");
        decision.Metadata["error"]!.GetValue<string>().ShouldContain("no connection");
        decision.IsFailOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Open_allows_when_the_server_fails(int status)
    {
        using var ascend = Open(_ => Golden.Error(status));
        (await ascend.Client.EvaluateActionAsync(AscendFixture.Action)).IsFailOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Open_allows_while_the_circuit_is_open()
    {
        using var ascend = Open(_ => StubAnswer.ConnectFailure());
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Client.CircuitState.ShouldBe(CircuitState.Open);
        var before = ascend.Transport.Requests.Count;
        (await ascend.Client.EvaluateActionAsync(AscendFixture.Action)).IsFailOpen.ShouldBeTrue();
        ascend.Transport.Requests.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task Open_never_allows_what_the_server_answered_otherwise(int status)
    {
        using var ascend = Open(_ => Golden.Error(status));
        (await Should.ThrowAsync<AscendException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task Open_never_allows_an_answer_that_cannot_be_understood(string body)
    {
        using var ascend = Open(_ => Golden.Ok(body));
        await Should.ThrowAsync<AscendResponseException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
    }

    [Fact]
    public async Task Open_never_allows_what_nobody_approved_in_time()
    {
        using var ascend = Open(_ => Golden.Ok(Golden.Pending));
        await Should.ThrowAsync<AscendTimeoutException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
    }

    [Fact]
    public async Task Open_never_allows_what_waits_for_a_person_when_the_server_goes_away_meanwhile()
    {
        using var ascend = Open(request => request.Method == HttpMethod.Post ? Golden.Ok(Golden.Pending) : StubAnswer.ConnectFailure());
        await Should.ThrowAsync<AscendConnectionException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
    }

    [Fact]
    public async Task Open_allows_when_the_request_times_out_and_does_not_retry_it()
    {
        var clock = new ManualTimeProvider();
        using var ascend = new AscendFixture(options => options.FailMode = FailMode.Open, new StubTransport(_ => StubAnswer.Silence()), clock);
        var call = ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        await clock.WaitForTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        (await call).IsFailOpen.ShouldBeTrue();
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Open_holds_for_the_synchronous_form_too()
    {
        using var ascend = Open(_ => StubAnswer.ConnectFailure());
        ascend.Client.EvaluateAction(AscendFixture.Action).IsFailOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Open_is_for_evaluation_alone()
    {
        using var ascend = Open(_ => StubAnswer.ConnectFailure());
        await Should.ThrowAsync<AscendConnectionException>(() => ascend.Client.GetActionStatusAsync("7"));
    }

    private static AscendFixture Open(Func<RecordedRequest, StubAnswer> answer) =>
        new(options => options.FailMode = FailMode.Open, new StubTransport(answer));
}
