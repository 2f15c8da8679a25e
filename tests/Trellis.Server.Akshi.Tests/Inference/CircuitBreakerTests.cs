using Trellis.Server.Akshi.Inference.Routes;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Inference;

public sealed class CircuitBreakerTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_opens_after_so_many_failures_in_a_row_and_no_earlier()
    {
        var breaker = Breaker();
        Fail(breaker, 4);
        Succeed(breaker);
        Fail(breaker, 4);
        breaker.TryEnter().ShouldBeTrue();
        breaker.Failed();

        breaker.TryEnter().ShouldBeFalse();
    }

    [Fact]
    public void After_its_time_one_call_probes_and_its_success_closes()
    {
        var breaker = Breaker();
        Fail(breaker, 5);
        _clock.Advance(TimeSpan.FromSeconds(59));
        breaker.TryEnter().ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        breaker.TryEnter().ShouldBeTrue();
        breaker.TryEnter().ShouldBeFalse();
        breaker.Succeeded();
        breaker.TryEnter().ShouldBeTrue();
        breaker.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void A_failed_probe_opens_it_for_the_whole_time_again()
    {
        var breaker = Breaker();
        Fail(breaker, 5);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Fail(breaker, 1);

        _clock.Advance(TimeSpan.FromSeconds(59));
        breaker.TryEnter().ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        breaker.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void A_probe_that_was_given_up_leaves_the_next_call_to_probe()
    {
        var breaker = Breaker();
        Fail(breaker, 5);
        _clock.Advance(TimeSpan.FromSeconds(60));
        breaker.TryEnter().ShouldBeTrue();
        breaker.Abandoned();

        breaker.TryEnter().ShouldBeTrue();
    }

    private static void Fail(CircuitBreaker breaker, int times)
    {
        for (var failure = 0; failure < times; failure++)
        {
            breaker.TryEnter().ShouldBeTrue();
            breaker.Failed();
        }
    }

    private static void Succeed(CircuitBreaker breaker)
    {
        breaker.TryEnter().ShouldBeTrue();
        breaker.Succeeded();
    }

    private CircuitBreaker Breaker() => new(5, TimeSpan.FromSeconds(60), _clock);
}
