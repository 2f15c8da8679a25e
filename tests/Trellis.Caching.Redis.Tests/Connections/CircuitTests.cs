using Trellis.Caching.Redis.Connections;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class CircuitTests
{
    private static readonly RedisCacheException Cause = new("down", RedisCacheFailure.Connection, "localhost:6379");

    private readonly ManualTimeProvider _clock = new();
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    [Fact]
    public void It_lets_calls_through_at_first()
    {
        _circuit.Enter(out var isProbe).ShouldBeNull();
        isProbe.ShouldBeFalse();
    }

    [Fact]
    public void After_a_failure_it_refuses_with_the_cause_and_the_time_that_is_left()
    {
        _circuit.Failed(Cause, isProbe: false);
        _clock.Advance(TimeSpan.FromSeconds(0.4));

        var refusal = _circuit.Enter(out _).ShouldNotBeNull();
        refusal.Cause.ShouldBe(Cause);
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(0.6));
    }

    [Fact]
    public void After_the_delay_one_call_is_the_probe_and_the_others_are_refused()
    {
        _circuit.Failed(Cause, isProbe: false);
        _clock.Advance(TimeSpan.FromSeconds(1));

        _circuit.Enter(out var isProbe).ShouldBeNull();
        isProbe.ShouldBeTrue();
        _circuit.Enter(out _).ShouldNotBeNull().RetryAfter.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_delay_doubles_with_each_failed_probe_up_to_its_limit()
    {
        var delays = new List<TimeSpan?> { _circuit.Failed(Cause, isProbe: false) };
        for (var i = 0; i < 4; i++)
            delays.Add(_circuit.Failed(Cause, isProbe: true));

        delays.Select(delay => delay?.TotalSeconds).ShouldBe([1, 2, 4, 5, 5]);
    }

    [Fact]
    public void Calls_that_fail_together_count_once()
    {
        _circuit.Failed(Cause, isProbe: false).ShouldNotBeNull();
        _circuit.Failed(Cause, isProbe: false).ShouldBeNull();
    }

    [Fact]
    public void A_success_closes_it_and_resets_the_delay()
    {
        _circuit.Failed(Cause, isProbe: false);
        _circuit.Failed(Cause, isProbe: true);

        _circuit.Succeeded().ShouldBeTrue();

        _circuit.Enter(out _).ShouldBeNull();
        _circuit.Failed(Cause, isProbe: false).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void When_the_probe_is_given_up_the_next_call_is_the_probe()
    {
        _circuit.Failed(Cause, isProbe: false);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _circuit.Enter(out _);

        _circuit.Abandoned();

        _circuit.Enter(out var isProbe).ShouldBeNull();
        isProbe.ShouldBeTrue();
    }
}
