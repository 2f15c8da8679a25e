using Trellis.Testing;

namespace Trellis.Askii.Tests.Retries;

public sealed class TimeoutTests
{
    [Fact]
    public async Task An_attempt_that_gets_no_answer_times_out_and_names_the_clock()
    {
        using var askii = new Silent(options => options.MaxAttempts = 1);
        var call = askii.Client.Keys.ListAsync();
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(29.9));
        call.IsCompleted.ShouldBeFalse();
        askii.Clock.Advance(TimeSpan.FromSeconds(0.2));
        var error = await Should.ThrowAsync<AskiiTimeoutException>(() => call);
        error.Kind.ShouldBe(TimeoutKind.Attempt);
        error.Limit.ShouldBe(TimeSpan.FromSeconds(30));
        error.Message.ShouldContain("attempt timeout");
    }

    [Fact]
    public async Task A_body_that_stalls_times_out_too()
    {
        using var askii = new Silent(options => options.MaxAttempts = 1, StubAnswer.Json(Golden.KeyList).StallAfter(10));
        var call = askii.Client.Keys.ListAsync();
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(31));
        (await Should.ThrowAsync<AskiiTimeoutException>(() => call)).Kind.ShouldBe(TimeoutKind.Attempt);
    }

    [Fact]
    public async Task A_timeout_is_retried()
    {
        using var askii = new Silent(null, StubAnswer.Silence(), Golden.Ok(Golden.EmptyKeyList));
        var call = askii.Client.Keys.ListAsync();
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(30));
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(1));
        (await call).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_total_timeout_ends_the_call_in_the_middle_of_an_attempt()
    {
        using var askii = new Silent(options => options.TotalTimeout = TimeSpan.FromSeconds(5));
        var call = askii.Client.Keys.ListAsync();
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(5));
        var error = await Should.ThrowAsync<AskiiTimeoutException>(() => call);
        error.Kind.ShouldBe(TimeoutKind.Total);
        error.Limit.ShouldBe(TimeSpan.FromSeconds(5));
        error.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task No_retry_is_planned_that_the_total_timeout_would_cut_off()
    {
        using var askii = new AskiiFixture(options => options.TotalTimeout = TimeSpan.FromSeconds(10), Golden.Error(429).WithHeader("Retry-After", "11"));
        (await Should.ThrowAsync<AskiiRateLimitException>(() => askii.Client.Keys.ListAsync())).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_is_no_timeout_and_is_not_retried()
    {
        using var askii = new Silent(null);
        using var cancellation = new CancellationTokenSource();
        var call = askii.Client.Keys.ListAsync(cancellationToken: cancellation.Token);
        await askii.Clock.WaitForTimerAsync();
        await cancellation.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(cancellation.Token);
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_between_attempts()
    {
        using var askii = new Silent(null, Golden.Error(429).WithHeader("Retry-After", "50"));
        using var cancellation = new CancellationTokenSource();
        var call = askii.Client.Keys.ListAsync(cancellationToken: cancellation.Token);
        await askii.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(50));
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_synchronous_call_times_out_on_its_own_thread()
    {
        using var askii = new Silent(options => options.MaxAttempts = 1, StubAnswer.Json(Golden.KeyList).StallAfter(10));
        var call = Task.Run(() => askii.Client.Keys.List());
        await askii.Clock.WaitForTimerAsync();
        askii.Clock.Advance(TimeSpan.FromSeconds(31));
        (await Should.ThrowAsync<AskiiTimeoutException>(() => call)).Kind.ShouldBe(TimeoutKind.Attempt);
    }

    /// <summary>As <see cref="AskiiFixture"/>, but with a clock that stands until the test moves it.</summary>
    private sealed class Silent : IDisposable
    {
        public Silent(Action<AskiiClientOptions>? configure, params StubAnswer[] answers)
        {
            Transport = new StubTransport(answers.Length > 0 ? answers : [StubAnswer.Silence()]);
            var options = new AskiiClientOptions { BaseUrl = new Uri("https://api.askii.test"), Token = "t", TimeProvider = Clock };
            configure?.Invoke(options);
            Client = new AskiiClient(new HttpMessageInvoker(Transport, disposeHandler: false), options);
        }

        public ManualTimeProvider Clock { get; } = new();

        public StubTransport Transport { get; }

        public AskiiClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            Transport.Dispose();
        }
    }
}
