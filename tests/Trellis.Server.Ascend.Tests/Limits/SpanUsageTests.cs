using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Ascend.Limits;

namespace Trellis.Server.Ascend.Tests.Limits;

public sealed class SpanUsageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void What_still_counts_of_the_last_span_is_spread_evenly() =>
        new SpanUsage(Minute, TimeSpan.FromSeconds(15), Previous: 40, Current: 5).Actions.ShouldBe(35);

    [Fact]
    public void The_last_one_that_a_limit_allows_is_allowed_and_the_next_is_not()
    {
        new SpanUsage(Minute, TimeSpan.Zero, 0, 9).Allows(10).ShouldBeTrue();
        new SpanUsage(Minute, TimeSpan.Zero, 0, 10).Allows(10).ShouldBeFalse();
    }

    [Fact]
    public void After_the_wait_one_more_is_allowed_and_shortly_before_it_is_not()
    {
        var cases = Gen.Choose(1, 50).SelectMany(limit => Gen.Choose(0, 100).SelectMany(previous => Gen.Choose(0, 100).SelectMany(current =>
            Gen.Choose(0, 59).Select(second => (limit, usage: new SpanUsage(Minute, TimeSpan.FromSeconds(second), previous, current))))));

        Prop.ForAll(cases.ToArbitrary(), static sample =>
        {
            var wait = sample.usage.WaitFor(sample.limit);
            var step = TimeSpan.FromMilliseconds(10);
            return After(sample.usage, wait + step).Allows(sample.limit)
                && (wait <= step || !After(sample.usage, wait - step).Allows(sample.limit));
        }).QuickCheckThrowOnFailure();
    }

    // What the counters say when nothing more is asked for a while.
    private static SpanUsage After(SpanUsage usage, TimeSpan wait)
    {
        var elapsed = usage.Elapsed + wait;
        return elapsed < usage.Span ? usage with { Elapsed = elapsed }
            : elapsed < 2 * usage.Span ? new SpanUsage(usage.Span, elapsed - usage.Span, usage.Current, 0)
            : new SpanUsage(usage.Span, TimeSpan.Zero, 0, 0);
    }
}
