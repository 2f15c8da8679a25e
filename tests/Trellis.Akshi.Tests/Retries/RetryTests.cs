using Trellis.Testing;

namespace Trellis.Akshi.Tests.Retries;

/// <summary>Contract section 6: nothing is repeated unless it is asked for, and then reads alone.</summary>
public sealed class RetryTests
{
    private static readonly FindingRecord Record = new("a", "info", "", "s");

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task By_default_each_call_is_one_attempt(int status)
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(status, "{}"));
        (await Should.ThrowAsync<AkshiApiException>(() => akshi.Client.StatusAsync())).Attempts.ShouldBe(1);
        akshi.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_it_is_asked_for_reads_are_repeated_after_429_and_503()
    {
        using var akshi = new AkshiFixture(
            options => options.MaxAttempts = 4,
            StubAnswer.Json(503, "{}"), StubAnswer.Json(429, "{}").WithHeader("Retry-After", "7"), StubAnswer.Json(429, "{}").WithHeader("Retry-After", "900"), StubAnswer.Json("[]"));
        (await akshi.Client.StatusAsync()).ShouldBeEmpty();
        akshi.Clock.Delays.ShouldBe([TimeSpan.FromMilliseconds(375), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(60)]);
    }

    [Fact]
    public async Task Other_failures_are_not_repeated_even_then()
    {
        using var akshi = new AkshiFixture(
            options => options.MaxAttempts = 4, StubAnswer.Json(500, "{}"), StubAnswer.HangUp(), StubAnswer.ConnectFailure(), StubAnswer.Text("<html>", "text/html"));
        await Should.ThrowAsync<AkshiServerException>(() => akshi.Client.StatusAsync());
        await Should.ThrowAsync<AkshiTransportException>(() => akshi.Client.StatusAsync());
        Should.Throw<AkshiConnectionException>(() => akshi.Client.Status());
        Should.Throw<AkshiProtocolException>(() => akshi.Client.Status());
        akshi.Transport.AnswersLeft.ShouldBe(0);
    }

    [Fact]
    public async Task What_changes_something_is_never_repeated()
    {
        Func<AkshiClient, Task>[] changes =
        [
            c => c.PostFindingsAsync([Record]), c => c.RevokeBrokerGrantAsync("g"), c => c.PostApprovalAsync("a", ApprovalVerdict.Approve), c => c.ReloadAsync(),
            c => c.Grants.RevokeAsync("a", "d"), c => c.Grants.RestoreAsync("a", "d"), c => c.Decisions.DecideAsync("a", ApprovalVerdict.Deny),
            c => c.Decisions.DecideAllAsync(["a"], ApprovalVerdict.Deny), c => c.Tasks.CreateAsync("f", "t", 1), c => c.Sync.PostEnvelopesAsync("p", []),
            c => c.Registry.PublishAsync(new("i", "1.0.0", "", new MemoryStream())), c => c.Mcp.CallToolAsync("a", "t"), c => c.RequestAsync(HttpMethod.Post, "/x"),
            c => c.RequestAsync(HttpMethod.Delete, "/x"),
        ];
        foreach (var change in changes)
        {
            using var akshi = new AkshiFixture(options => options.MaxAttempts = 5, StubAnswer.Json(503, "{}"));
            await Should.ThrowAsync<AkshiServerException>(() => change(akshi.Client));
            akshi.Transport.Requests.Count.ShouldBe(1);
            akshi.Last.Header("Idempotency-Key").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Hooks_see_the_attempts()
    {
        var seen = new List<string>();
        using var akshi = new AkshiFixture(
            options =>
            {
                options.MaxAttempts = 2;
                options.Hooks = new ClientHooks { OnRequest = e => seen.Add($"> {e.Path}"), OnResponse = e => seen.Add($"< {e.Status}"), OnRetry = e => seen.Add($"retry {e.Attempt}") };
            },
            StubAnswer.Json(503, "{}"),
            StubAnswer.Json("[]"));
        await akshi.Client.StatusAsync();
        seen.ShouldBe(["> /api/v1/status", "< 503", "retry 2", "> /api/v1/status", "< 200"]);
    }
}
