using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Retries;

/// <summary>Contract section 4, with the clock in hand: the fixture's randomness of 0.5 makes the jitter half a second.</summary>
public sealed class RetryTests
{
    private static readonly RetryConfig Patient = new(new BackoffStrategy(100, 60_000, 2, 3_600_000));

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Nothing_is_repeated_unless_it_is_asked_for(int status)
    {
        using var aerostack = new AerostackFixture(Golden.Error(status));
        await Should.ThrowAsync<AerostackException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Five_statuses_are_repeated_for_any_operation_in_both_forms(int status)
    {
        using var aerostack = new AerostackFixture(
            options => options.Retries = Patient, Golden.Error(status), Golden.Created(), Golden.Error(status), Golden.Ok());
        await aerostack.Client.Queue.EnqueueAsync("t", []);
        aerostack.Client.Cache.Get("k");
        aerostack.Transport.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(599)]
    public async Task Other_statuses_are_not(int status)
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient, Golden.Error(status));
        await Should.ThrowAsync<AerostackException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_waits_grow_by_the_exponent_with_a_jitter_of_up_to_a_second()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient);
        aerostack.Transport.Enqueue(Golden.Error(500), 4).Enqueue(Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Clock.Delays.ShouldBe([Milliseconds(600), Milliseconds(700), Milliseconds(900), Milliseconds(1300)]);
    }

    [Fact]
    public async Task The_longest_wait_cuts_the_jitter_too()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new("backoff", new(1, 50, 1.1, 100), false));
        aerostack.Transport.Enqueue(Golden.Error(500), 4);
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Clock.Delays.ShouldAllBe(delay => delay == Milliseconds(50));

        // 0, 50 and 100 ms are not beyond the budget of 100, since only more than that is.
        aerostack.Transport.Requests.Count.ShouldBe(4);
        error.Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task Without_a_budget_there_is_one_repetition_at_the_very_start_and_then_none()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new(new(10, 50, 1, 0)));
        aerostack.Transport.Enqueue(Golden.Error(500), 2);
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Transport.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("7", 7000)]
    [InlineData("0.2", 200)]
    [InlineData("99999", 99_999_000)]
    [InlineData("0", 600)]
    [InlineData("-3", 600)]
    [InlineData("soon", 600)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 600)]
    [InlineData("Thu, 01 Jan 2026 00:01:40 GMT", 100_000)]
    public async Task A_servers_own_wait_is_taken_exactly_and_uncut_when_it_is_one(string header, long milliseconds)
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient, Golden.Error(429).WithHeader("Retry-After", header), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Clock.Delays.ShouldBe([Milliseconds(milliseconds)]);
    }

    [Fact]
    public async Task A_wait_in_milliseconds_is_nothing_that_the_client_knows()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient, Golden.Error(503).WithHeader("retry-after-ms", "5"), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Clock.Delays.ShouldBe([Milliseconds(600)]);
    }

    [Fact]
    public async Task A_call_can_have_retries_of_its_own_and_can_have_none()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient, Golden.Error(500), Golden.Error(500), Golden.Ok());
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k", new() { Retries = null }));
        aerostack.Transport.Requests.Count.ShouldBe(1);
        await aerostack.Client.Cache.GetAsync("k", new() { Retries = new(new(3, 1, 1, 1000)) });
        aerostack.Clock.Delays.ShouldBe([Milliseconds(1)]);
    }

    [Fact]
    public async Task A_call_that_says_nothing_about_retries_has_the_clients()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient, Golden.Error(500), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k", new() { Timeout = TimeSpan.FromSeconds(9) });
        aerostack.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_strategy_of_another_name_is_one_plain_attempt()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new("none", Patient.Backoff, true), Golden.Error(500));
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Failed_connections_are_repeated_only_when_that_is_asked_for(bool isAskedFor, int requests)
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient with { RetryConnectionErrors = isAskedFor }, StubAnswer.ConnectFailure(), Golden.Ok());
        var call = aerostack.Client.Cache.GetAsync("k");
        if (!isAskedFor)
        {
            await Should.ThrowAsync<AerostackConnectionException>(() => call);
        }

        aerostack.Transport.Requests.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Timeouts_are_repeated_only_when_that_is_asked_for(bool isAskedFor, int requests)
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient with { RetryConnectionErrors = isAskedFor }, StubAnswer.Silence(), Golden.Ok());
        var call = aerostack.Client.Cache.GetAsync("k", new() { Timeout = TimeSpan.FromSeconds(3) });
        aerostack.Clock.Advance(TimeSpan.FromSeconds(3));
        if (isAskedFor)
        {
            await call;
        }
        else
        {
            var error = await Should.ThrowAsync<AerostackTimeoutException>(() => call);
            error.Limit.ShouldBe(TimeSpan.FromSeconds(3));
            error.Kind.ShouldBe(TimeoutKind.Attempt);
        }

        aerostack.Transport.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task An_exchange_that_broke_off_is_never_repeated()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = Patient with { RetryConnectionErrors = true }, StubAnswer.HangUp());
        await Should.ThrowAsync<AerostackTransportException>(() => aerostack.Client.Cache.GetAsync("k"));
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_time_is_up_the_last_answers_own_error_is_thrown()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new(new(1, 50, 1, 0)));
        aerostack.Transport.Enqueue(Golden.Error(503)).Enqueue(Golden.Error(500));
        var error = await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Database.QueryAsync("x"));
        error.Status.ShouldBe(500);
        error.Error.Code.ShouldBe(AerostackErrorCode.DbQueryFailed);
    }

    [Fact]
    public async Task The_key_is_asked_for_once_per_call_and_not_per_attempt()
    {
        var asked = 0;
        using var aerostack = new AerostackFixture(
            options => (options.Retries, options.ApiKey) = (Patient, TokenSource.FromCallback(() => $"k{++asked}")), Golden.Error(500), Golden.Ok(), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Transport.Requests.Select(request => request.Header("X-Aerostack-Key")).ShouldBe(["k1", "k1", "k2"]);
    }

    [Fact]
    public async Task By_default_there_is_no_timeout_whatsoever()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Silence());
        using var cancel = new CancellationTokenSource();
        var call = aerostack.Client.Cache.GetAsync("k", cancellationToken: cancel.Token);
        aerostack.Clock.Advance(TimeSpan.FromDays(20));
        aerostack.Clock.TimersCreated.ShouldBe(0);
        call.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    private static TimeSpan Milliseconds(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
