using Trellis.Testing;

namespace Trellis.Ascend.Tests.Retries;

public sealed class CircuitTests
{
    [Fact]
    public async Task Five_failures_in_a_row_open_the_circuit_also_within_one_call()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(503)));
        await FailAsync<AscendServerException>(ascend);
        ascend.Client.CircuitState.ShouldBe(CircuitState.Closed);
        var error = await FailAsync<AscendCircuitOpenException>(ascend);
        error.ErrorCode.ShouldBe("CIRCUIT_OPEN");
        error.Attempts.ShouldBe(1);
        error.InnerException.ShouldBeOfType<AscendServerException>();
        ascend.Transport.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task An_open_circuit_sends_nothing_and_says_for_how_long()
    {
        using var ascend = await OpenAsync();
        ascend.Clock.Advance(TimeSpan.FromSeconds(10));
        var before = ascend.Transport.Requests.Count;
        var error = await FailAsync<AscendCircuitOpenException>(ascend);
        error.RecoveryTime.ShouldBe(TimeSpan.FromSeconds(20));
        error.Attempts.ShouldBe(0);
        error.CorrelationId.ShouldBeNull();
        ascend.Transport.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task After_the_recovery_time_three_successes_close_it()
    {
        using var ascend = await OpenAsync();
        ascend.Clock.Advance(TimeSpan.FromSeconds(30));
        ascend.Transport.Enqueue(Golden.Ok(Golden.Allowed), 3);
        for (var success = 0; success < 3; success++)
        {
            ascend.Client.CircuitState.ShouldBe(CircuitState.HalfOpen);
            await ascend.Client.GetActionStatusAsync("7");
        }

        ascend.Client.CircuitState.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task One_failure_on_trial_opens_it_again()
    {
        using var ascend = await OpenAsync();
        ascend.Clock.Advance(TimeSpan.FromSeconds(30));
        ascend.Transport.Enqueue(Golden.Ok(Golden.Allowed)).Enqueue(Golden.Error(500));
        await ascend.Client.GetActionStatusAsync("7");
        await FailAsync<AscendCircuitOpenException>(ascend);
        ascend.Client.CircuitState.ShouldBe(CircuitState.Open);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_refusal_shows_a_server_at_work(int status)
    {
        using var ascend = new AscendFixture(
            options => options.MaxRetries = 0,
            Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Error(status), Golden.Error(500));
        for (var call = 0; call < 6; call++)
        {
            await Should.ThrowAsync<AscendException>(() => ascend.Client.GetActionStatusAsync("7"));
        }

        ascend.Client.CircuitState.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task A_timeout_counts_as_a_failure()
    {
        var clock = new ManualTimeProvider();
        using var ascend = new AscendFixture(options => options.CircuitBreakerThreshold = 1, new StubTransport(StubAnswer.Silence()), clock);
        var call = ascend.Client.GetActionStatusAsync("7");
        await clock.WaitForTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<AscendTimeoutException>(() => call);
        ascend.Client.CircuitState.ShouldBe(CircuitState.Open);
    }

    [Fact]
    public async Task A_reset_closes_it_at_once()
    {
        using var ascend = await OpenAsync();
        ascend.Client.ResetCircuit();
        ascend.Client.CircuitState.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task Without_a_breaker_nothing_is_refused()
    {
        using var ascend = new AscendFixture(options => options.EnableCircuitBreaker = false, new StubTransport(_ => Golden.Error(503)));
        await FailAsync<AscendServerException>(ascend);
        await FailAsync<AscendServerException>(ascend);
        ascend.Transport.Requests.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Each_client_has_a_circuit_of_its_own()
    {
        using var open = await OpenAsync();
        using var other = new AscendFixture(Golden.Ok(Golden.Allowed));
        await other.Client.GetActionStatusAsync("7");
        other.Client.CircuitState.ShouldBe(CircuitState.Closed);
    }

    private static async Task<AscendFixture> OpenAsync()
    {
        var ascend = new AscendFixture(options => options.MaxRetries = 4, Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Error(500));
        await FailAsync<AscendServerException>(ascend);
        ascend.Client.CircuitState.ShouldBe(CircuitState.Open);
        return ascend;
    }

    private static Task<TException> FailAsync<TException>(AscendFixture ascend)
        where TException : Exception => Should.ThrowAsync<TException>(() => ascend.Client.GetActionStatusAsync("7"));
}
