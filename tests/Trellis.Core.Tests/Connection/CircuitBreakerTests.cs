using Trellis.Testing;

namespace Trellis.Tests.Connection;

public sealed class CircuitBreakerTests
{
    private static readonly ApiFailure ServerError = new() { Kind = FailureKind.Status, Status = 503 };
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();
    private readonly CircuitBreaker _breaker;

    public CircuitBreakerTests() => _breaker = new(failureThreshold: 5, Recovery, successThreshold: 3, _clock);

    [Fact]
    public void It_begins_closed()
    {
        _breaker.State.ShouldBe(CircuitState.Closed);
        _breaker.Allows(out var recovery).ShouldBeTrue();
        recovery.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_fifth_failure_in_a_row_opens_it()
    {
        Fail(4);
        _breaker.State.ShouldBe(CircuitState.Closed);
        Fail(1);
        _breaker.State.ShouldBe(CircuitState.Open);
        _breaker.Allows(out var recovery).ShouldBeFalse();
        recovery.ShouldBe(Recovery);
    }

    [Fact]
    public void A_success_starts_the_count_again()
    {
        Fail(4);
        _breaker.Record(null);
        Fail(4);
        _breaker.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public void The_recovery_time_is_told_as_what_is_left_of_it()
    {
        Fail(5);
        _clock.Advance(TimeSpan.FromSeconds(12));
        _breaker.Allows(out var recovery).ShouldBeFalse();
        recovery.ShouldBe(TimeSpan.FromSeconds(18));
    }

    [Fact]
    public void It_lets_attempts_pass_from_the_very_end_of_the_recovery_time_on()
    {
        Fail(5);
        _clock.Advance(Recovery - TimeSpan.FromTicks(1));
        _breaker.Allows(out _).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        _breaker.State.ShouldBe(CircuitState.HalfOpen);
        _breaker.Allows(out _).ShouldBeTrue();
    }

    [Fact]
    public void The_third_success_on_trial_closes_it_and_forgets_all_failures()
    {
        HalfOpen();
        _breaker.Record(null);
        _breaker.Record(null);
        _breaker.State.ShouldBe(CircuitState.HalfOpen);
        _breaker.Record(null);
        _breaker.State.ShouldBe(CircuitState.Closed);
        Fail(4);
        _breaker.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public void One_failure_on_trial_opens_it_for_the_whole_recovery_time()
    {
        HalfOpen();
        _breaker.Record(null);
        _breaker.Record(null);
        Fail(1);
        _breaker.Allows(out var recovery).ShouldBeFalse();
        recovery.ShouldBe(Recovery);
    }

    [Fact]
    public void Successes_on_an_earlier_trial_do_not_count_on_the_next()
    {
        HalfOpen();
        _breaker.Record(null);
        _breaker.Record(null);
        Fail(1);
        _clock.Advance(Recovery);
        _breaker.Allows(out _).ShouldBeTrue();
        _breaker.Record(null);
        _breaker.State.ShouldBe(CircuitState.HalfOpen);
    }

    [Fact]
    public void A_success_that_comes_late_does_not_close_it()
    {
        Fail(5);
        _breaker.Record(null);
        _breaker.State.ShouldBe(CircuitState.Open);
    }

    [Fact]
    public void Asking_for_the_state_changes_nothing()
    {
        Fail(5);
        _clock.Advance(Recovery);
        _ = _breaker.State;
        Fail(1);
        _breaker.State.ShouldBe(CircuitState.Open);
    }

    [Theory]
    [InlineData(FailureKind.Connect, 0, true)]
    [InlineData(FailureKind.Timeout, 0, true)]
    [InlineData(FailureKind.Transport, 0, true)]
    [InlineData(FailureKind.Status, 500, true)]
    [InlineData(FailureKind.Status, 599, true)]
    [InlineData(FailureKind.Status, 429, false)]
    [InlineData(FailureKind.Status, 401, false)]
    [InlineData(FailureKind.Status, 302, false)]
    [InlineData(FailureKind.Content, 200, false)]
    [InlineData(FailureKind.Schema, 200, false)]
    internal void Only_what_shows_a_server_that_is_down_counts(FailureKind kind, int status, bool counts)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            _breaker.Record(new ApiFailure { Kind = kind, Status = status });
        }

        _breaker.State.ShouldBe(counts ? CircuitState.Open : CircuitState.Closed);
    }

    [Fact]
    public void A_reset_closes_it_and_forgets_all_failures()
    {
        Fail(5);
        _breaker.Reset();
        _breaker.Allows(out _).ShouldBeTrue();
        Fail(4);
        _breaker.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public void Failures_from_many_threads_are_all_counted()
    {
        var breaker = new CircuitBreaker(failureThreshold: 10_000, Recovery, successThreshold: 3, _clock);
        Parallel.For(0, 9_999, _ => breaker.Record(ServerError));
        breaker.State.ShouldBe(CircuitState.Closed);
        breaker.Record(ServerError);
        breaker.State.ShouldBe(CircuitState.Open);
    }

    [Theory]
    [InlineData(0, 30, 3)]
    [InlineData(5, -1, 3)]
    [InlineData(5, 30, 0)]
    public void Thresholds_that_make_no_sense_are_refused(int failures, int seconds, int successes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CircuitBreaker(failures, TimeSpan.FromSeconds(seconds), successes, _clock));

    private void Fail(int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            _breaker.Record(ServerError);
        }
    }

    private void HalfOpen()
    {
        Fail(5);
        _clock.Advance(Recovery);
        _breaker.Allows(out _).ShouldBeTrue();
    }
}
