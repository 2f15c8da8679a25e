using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Askii.Tests.Hooks;

public sealed class HookTests
{
    private readonly List<string> _seen = [];

    [Fact]
    public async Task A_call_fires_request_then_response()
    {
        using var askii = Watched(Golden.Ok(Golden.EmptyKeyList).WithHeader("X-Request-ID", "req-1"));
        await askii.Client.Keys.ListAsync();
        _seen.ShouldBe(["request POST /platform/list-keys 1", "response 200 req-1 1"]);
    }

    [Fact]
    public async Task A_retry_fires_once_before_its_wait_with_the_number_of_the_coming_attempt()
    {
        using var askii = Watched(Golden.Error(500), StubAnswer.ConnectFailure(), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        _seen.ShouldBe(
        [
            "request POST /platform/list-keys 1", "response 500  1", "retry 2 75 AskiiServerException",
            "request POST /platform/list-keys 2", "retry 3 150 AskiiConnectionException",
            "request POST /platform/list-keys 3", "response 200  3",
        ]);
    }

    [Fact]
    public async Task A_cached_call_fires_miss_then_request_and_then_hit_alone()
    {
        using var askii = Watched(Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync(TimeSpan.FromMinutes(1));
        await askii.Client.Keys.ListAsync(TimeSpan.FromMinutes(1));
        _seen.ShouldBe(
        [
            "miss askii:v1:4c5dc9b7:keys:list:noargs", "request POST /platform/list-keys 1", "response 200  1",
            "hit askii:v1:4c5dc9b7:keys:list:noargs",
        ]);
    }

    [Fact]
    public async Task An_error_fires_once_after_the_last_attempt()
    {
        using var askii = Watched(Golden.Error(500), Golden.Error(500), Golden.Error(500));
        await Should.ThrowAsync<AskiiServerException>(() => askii.Client.Keys.ListAsync());
        _seen.Count(line => line == "error AskiiServerException").ShouldBe(1);
        _seen[^1].ShouldBe("error AskiiServerException");
    }

    [Fact]
    public async Task Cancellation_is_an_error_too()
    {
        using var askii = Watched(StubAnswer.Silence());
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => askii.Client.Keys.ListAsync(cancellationToken: cancellation.Token));
        _seen[^1].ShouldBe("error OperationCanceledException");
    }

    [Fact]
    public async Task No_error_fires_for_a_bad_argument_a_missing_token_or_an_unexpected_shape()
    {
        using var askii = Watched(Golden.Ok("[]"));
        await Should.ThrowAsync<AskiiValidationException>(() => askii.Client.Keys.ProvisionAsync(new() { DurationDays = 0 }));
        await Should.ThrowAsync<AskiiResponseException>(() => askii.Client.Keys.ListAsync());
        using var tokenless = new AskiiFixture(options =>
        {
            options.Token = TokenSource.FromCallback(() => "");
            options.Hooks.OnError = error => _seen.Add($"error {error.GetType().Name}");
        });
        await Should.ThrowAsync<AskiiAuthException>(() => tokenless.Client.Keys.ListAsync());
        _seen.ShouldNotContain(line => line.StartsWith("error"));
    }

    [Fact]
    public async Task A_hook_that_throws_is_logged_and_breaks_nothing()
    {
        var log = new ListLogger();
        using var askii = new AskiiFixture(
            options =>
            {
                options.LoggerFactory = log;
                options.Hooks = new ClientHooks
                {
                    OnRequest = _ => throw new InvalidOperationException("from the hook"),
                    OnResponse = _ => throw new InvalidOperationException("from the hook"),
                };
            },
            Golden.Ok(Golden.EmptyKeyList));
        (await askii.Client.Keys.ListAsync()).Keys.ShouldBeEmpty();
        log.Lines.Count(line => line.Level == LogLevel.Warning && line.Category == "askii.hooks" && line.Exception is InvalidOperationException).ShouldBe(2);
    }

    [Fact]
    public async Task Events_show_the_correlation_id_and_no_other_header()
    {
        IReadOnlyDictionary<string, string>? headers = null;
        using var askii = new AskiiFixture(options => options.Hooks.OnRequest = e => headers = e.Headers, Golden.Ok(Golden.EmptyKeyList));
        using (Correlation.Bind("corr-1"))
        {
            await askii.Client.Keys.ListAsync();
        }

        headers.ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(new("X-Correlation-ID", "corr-1"));
    }

    [Fact]
    public async Task A_response_event_reads_the_request_id_but_never_the_correlation_header()
    {
        var ids = new List<string?>();
        using var askii = new AskiiFixture(
            options => options.Hooks.OnResponse = e => ids.Add(e.RequestId),
            Golden.Ok("{}").WithHeader("X-Correlation-ID", "b").WithHeader("request-id", "c"),
            Golden.Ok("{}").WithHeader("X-Correlation-ID", "b"));
        await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        ids.ShouldBe(["c", null]);
    }

    [Fact]
    public async Task A_bound_correlation_id_is_used_unchanged_and_a_fresh_one_ends_with_the_call()
    {
        using var askii = new AskiiFixture(Golden.Ok("{}"), Golden.Ok("{}"));
        using (Correlation.Bind("my own id"))
        {
            await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        }

        askii.Transport.LastRequest.Header("X-Correlation-ID").ShouldBe("my own id");
        askii.Client.Request(HttpMethod.Post, "/x");
        Correlation.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Each_response_is_logged_once_without_its_body()
    {
        var log = new ListLogger();
        using var askii = new AskiiFixture(options => options.LoggerFactory = log, Golden.Error(500), Golden.Ok(Golden.EmptyKeyList).WithHeader("x-request-id", "r-9"));
        await askii.Client.Keys.ListAsync();
        var lines = log.Lines.Where(line => line.Category == "askii.transport").ToList();
        lines.Select(line => line.Field("status")).ShouldBe([500, 200]);
        lines[1].Level.ShouldBe(LogLevel.Information);
        lines[1].Field("method").ShouldBe("POST");
        lines[1].Field("path").ShouldBe("/platform/list-keys");
        lines[1].Field("attempt").ShouldBe(2);
        lines[1].Field("request_id").ShouldBe("r-9");
        lines[1].Field("latency_ms").ShouldBeOfType<double>();
        lines.ShouldAllBe(line => !line.Message.Contains(AskiiFixture.Token) && !line.Message.Contains("user_id"));
    }

    private AskiiFixture Watched(params StubAnswer[] answers) => new(
        options => options.Hooks = new ClientHooks
        {
            OnRequest = e => _seen.Add($"request {e.Method} {e.Path} {e.Attempt}"),
            OnResponse = e => _seen.Add($"response {e.Status} {e.RequestId} {e.Attempt}"),
            OnRetry = e => _seen.Add($"retry {e.Attempt} {e.Delay.TotalMilliseconds:0} {e.Exception.GetType().Name}"),
            OnCacheHit = key => _seen.Add($"hit {key}"),
            OnCacheMiss = key => _seen.Add($"miss {key}"),
            OnError = error => _seen.Add($"error {error.GetType().Name}"),
        },
        answers);
}
