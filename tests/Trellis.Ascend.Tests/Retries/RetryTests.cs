using System.Globalization;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Retries;

public sealed class RetryTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task What_may_pass_is_tried_four_times(int status)
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(status)));
        (await Should.ThrowAsync<AscendException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action))).Attempts.ShouldBe(4);
        ascend.Transport.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task What_will_not_pass_is_tried_once(int status)
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(status)));
        (await Should.ThrowAsync<AscendException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action))).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_network_failure_is_retried()
    {
        using var ascend = new AscendFixture(StubAnswer.ConnectFailure(), StubAnswer.HangUp(), Golden.Ok(Golden.Allowed));
        (await ascend.Client.EvaluateActionAsync(AscendFixture.Action)).Decision.ShouldBe(Decision.Allowed);
        ascend.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_waits_double_and_have_up_to_a_second_of_jitter()
    {
        using var ascend = new AscendFixture(Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(4.5)]);
    }

    [Fact]
    public async Task The_jitter_as_shipped_stays_within_its_bounds_and_varies()
    {
        var seen = new List<TimeSpan[]>();
        for (var call = 0; call < 20; call++)
        {
            using var ascend = new AscendFixture(
                options => options.Randomness = new AscendClientOptions().Randomness,
                Golden.Error(500), Golden.Error(500), Golden.Error(500), Golden.Ok(Golden.Allowed));
            await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
            seen.Add([.. ascend.Clock.Delays]);
        }

        for (var retry = 0; retry < 3; retry++)
        {
            var least = Math.Pow(2, retry);
            seen.ShouldAllBe(delays => delays[retry].TotalSeconds >= least && delays[retry].TotalSeconds < least + 1);
        }

        seen.Select(delays => delays[0]).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task No_wait_is_longer_than_half_a_minute()
    {
        using var ascend = new AscendFixture(
            options => (options.MaxRetries, options.EnableCircuitBreaker) = (8, false), new StubTransport(_ => Golden.Error(500)));
        await Should.ThrowAsync<AscendServerException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        ascend.Clock.Delays.Skip(5).ShouldAllBe(delay => delay == TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_it_asks()
    {
        using var ascend = new AscendFixture(Golden.Error(429).WithHeader("Retry-After", "7"), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task A_long_wait_is_capped_but_told_in_full()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(429).WithHeader("Retry-After", "120")));
        var error = await Should.ThrowAsync<AscendRateLimitException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)]);
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task A_wait_may_be_a_date()
    {
        using var ascend = new AscendFixture(Golden.Error(429), Golden.Ok(Golden.Allowed));
        var date = ascend.Clock.GetUtcNow().AddSeconds(4).ToString("R", CultureInfo.InvariantCulture);
        using var dated = new AscendFixture(Golden.Error(429).WithHeader("Retry-After", date), Golden.Ok(Golden.Allowed));
        await dated.Client.EvaluateActionAsync(AscendFixture.Action);
        dated.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(4)]);
    }

    [Fact]
    public async Task A_wait_that_is_not_said_counts_as_a_minute()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(429)));
        var error = await Should.ThrowAsync<AscendRateLimitException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        ascend.Clock.Delays[0].ShouldBe(TimeSpan.FromSeconds(10));
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_timeout_is_not_retried_and_names_its_clock()
    {
        var clock = new ManualTimeProvider();
        using var ascend = new AscendFixture(null, new StubTransport(StubAnswer.Silence()), clock);
        var call = ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        await clock.WaitForTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        var error = await Should.ThrowAsync<AscendTimeoutException>(() => call);
        error.Kind.ShouldBe(TimeoutKind.Attempt);
        error.TimeoutSeconds.ShouldBe(5);
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_retries_there_is_one_attempt()
    {
        using var ascend = new AscendFixture(options => options.MaxRetries = 0, Golden.Error(500));
        await Should.ThrowAsync<AscendServerException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
    }

    [Fact]
    public void The_synchronous_form_retries_in_the_same_way()
    {
        using var ascend = new AscendFixture(Golden.Error(500), Golden.Error(429).WithHeader("Retry-After", "3"), Golden.Ok(Golden.Allowed));
        ascend.Client.EvaluateAction(AscendFixture.Action).Decision.ShouldBe(Decision.Allowed);
        ascend.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3)]);
    }
}
