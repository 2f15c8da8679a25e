using Trellis.Testing;

namespace Trellis.Askii.Tests.Retries;

public sealed class RetryTests
{
    [Fact]
    public async Task A_read_is_tried_until_it_succeeds()
    {
        using var askii = new AskiiFixture(Golden.Error(500), Golden.Error(500), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void A_synchronous_read_is_tried_until_it_succeeds()
    {
        using var askii = new AskiiFixture(Golden.Error(500), Golden.Error(500), Golden.Ok(Golden.EmptyKeyList));
        askii.Client.Keys.List();
        askii.Transport.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    public async Task The_limit_counts_all_attempts_and_the_last_error_is_thrown(int limit, int expected)
    {
        using var askii = new AskiiFixture(options => options.MaxAttempts = limit);
        askii.Transport.Enqueue(Golden.Error(503), expected);
        var error = await Should.ThrowAsync<AskiiServerException>(() => askii.Client.Keys.ListAsync());
        error.Status.ShouldBe(503);
        error.Attempts.ShouldBe(expected);
        askii.Transport.AnswersLeft.ShouldBe(0);
    }

    [Fact]
    public async Task By_default_a_call_makes_three_attempts()
    {
        using var askii = new AskiiFixture();
        askii.Transport.Enqueue(Golden.Error(500), 3);
        await Should.ThrowAsync<AskiiServerException>(() => askii.Client.Keys.ListAsync());
        askii.Transport.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(418)]
    [InlineData(422)]
    [InlineData(600)]
    public async Task Other_statuses_are_not_retried(int status)
    {
        using var askii = new AskiiFixture(Golden.Error(status));
        await Should.ThrowAsync<AskiiApiException>(() => askii.Client.Keys.ListAsync());
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(599)]
    [InlineData(429)]
    public async Task Server_errors_and_rate_limits_are_retried(int status)
    {
        using var askii = new AskiiFixture(Golden.Error(status), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_connection_is_retried()
    {
        using var askii = new AskiiFixture(StubAnswer.ConnectFailure(), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_exchange_that_broke_off_is_not_retried()
    {
        using var askii = new AskiiFixture(StubAnswer.HangUp());
        await Should.ThrowAsync<AskiiTransportException>(() => askii.Client.Keys.ListAsync());
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_change_is_sent_once_whatever_happens(string name, Func<AskiiClient, Task> change)
    {
        foreach (var failure in new[] { Golden.Error(500), Golden.Error(429), StubAnswer.ConnectFailure() })
        {
            using var askii = new AskiiFixture(failure);
            await Should.ThrowAsync<AskiiException>(() => change(askii.Client), name);
            askii.Transport.Requests.Count.ShouldBe(1);
        }
    }

    public static TheoryData<string, Func<AskiiClient, Task>> Mutations => new()
    {
        { "provision", client => client.Keys.ProvisionAsync() },
        { "revoke", client => client.Keys.RevokeAsync("k") },
        { "update_model", client => client.Keys.UpdateModelAsync("k", ["m"]) },
    };

    [Fact]
    public async Task The_escape_hatch_retries_unless_told_otherwise()
    {
        using var askii = new AskiiFixture(Golden.Error(500), Golden.Ok("{}"), Golden.Error(500));
        await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        await Should.ThrowAsync<AskiiServerException>(
            () => askii.Client.RequestAsync(HttpMethod.Post, "/x", options: new() { IsIdempotent = false }));
        askii.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void A_synchronous_call_that_is_not_idempotent_is_sent_once_and_works_when_answered()
    {
        using var askii = new AskiiFixture(Golden.Error(500), Golden.Ok("{}"));
        var once = new AskiiRequestOptions { IsIdempotent = false };
        Should.Throw<AskiiServerException>(() => askii.Client.Request(HttpMethod.Post, "/x", options: once));
        askii.Client.Request(HttpMethod.Post, "/x", options: once).Count.ShouldBe(0);
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Waits_double_from_a_tenth_of_a_second_to_two_with_jitter()
    {
        using var askii = new AskiiFixture(options => options.MaxAttempts = 8);
        askii.Transport.Enqueue(Golden.Error(500), 8);
        await Should.ThrowAsync<AskiiServerException>(() => askii.Client.Keys.ListAsync());

        // The fixture's randomness of 0.5 makes the factor 0.75.
        askii.Clock.Delays.Select(delay => Math.Round(delay.TotalSeconds, 6)).ShouldBe([0.075, 0.15, 0.3, 0.6, 1.2, 1.5, 1.5]);
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(0.999999, 1.0)]
    public async Task The_jitter_lies_between_one_half_and_one(double random, double factor)
    {
        using var askii = new AskiiFixture(options => options.Randomness = () => random, Golden.Error(500), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Clock.Delays[0].TotalSeconds.ShouldBe(0.1 * factor, 0.0011);
    }

    [Theory]
    [InlineData("3.5", 3.5)]
    [InlineData("99999", 60)]
    [InlineData("0", 0.075)]
    [InlineData("-5", 0.075)]
    [InlineData("soon", 0.075)]
    public async Task A_rate_limits_own_wait_is_taken_exactly_up_to_a_minute(string header, double seconds)
    {
        using var askii = new AskiiFixture(Golden.Error(429).WithHeader("Retry-After", header), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Clock.Delays[0].TotalSeconds.ShouldBe(seconds, 0.0001);
    }

    [Fact]
    public async Task A_rate_limits_wait_may_be_a_date()
    {
        using var askii = new AskiiFixture();
        var date = (askii.Clock.GetUtcNow() + TimeSpan.FromSeconds(20)).ToString("R");
        askii.Transport.Enqueue(Golden.Error(429).WithHeader("Retry-After", date)).Enqueue(Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Clock.Delays[0].TotalSeconds.ShouldBe(20, 1);
    }

    [Fact]
    public async Task A_server_errors_Retry_After_does_not_change_the_wait_but_is_told()
    {
        using var askii = new AskiiFixture(options => options.MaxAttempts = 2);
        askii.Transport.Enqueue(Golden.Error(503).WithHeader("Retry-After", "30"), 2);
        var error = await Should.ThrowAsync<AskiiServerException>(() => askii.Client.Keys.ListAsync());
        askii.Clock.Delays[0].TotalSeconds.ShouldBe(0.075, 0.0001);
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_default_waits_as_shipped_are_real_and_jittered()
    {
        var seen = new List<double>();
        for (var call = 0; call < 20; call++)
        {
            using var askii = new AskiiFixture(options => options.Randomness = new AskiiClientOptions().Randomness, Golden.Error(500), Golden.Ok(Golden.EmptyKeyList));
            await askii.Client.Keys.ListAsync();
            seen.Add(askii.Clock.Delays[0].TotalMilliseconds);
        }

        seen.ShouldAllBe(delay => delay >= 50 && delay < 100);
        seen.Distinct().Count().ShouldBeGreaterThan(1);
    }
}
