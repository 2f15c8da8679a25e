using System.Net;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Errors;

/// <summary>Contract section 6, and section 8, numbers 6 and 7.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(400, typeof(AkshiApiException))]
    [InlineData(401, typeof(AkshiAuthenticationException))]
    [InlineData(403, typeof(AkshiForbiddenException))]
    [InlineData(404, typeof(AkshiNotFoundException))]
    [InlineData(405, typeof(AkshiApiException))]
    [InlineData(409, typeof(AkshiConflictException))]
    [InlineData(413, typeof(AkshiApiException))]
    [InlineData(429, typeof(AkshiRateLimitException))]
    [InlineData(500, typeof(AkshiServerException))]
    [InlineData(503, typeof(AkshiServerException))]
    public async Task A_status_has_its_class_with_all_that_the_body_says(int status, Type type)
    {
        const string Body = """{"error":"some_code","detail":"no pending approval with id apr-009"}""";
        using var akshi = new AkshiFixture(StubAnswer.Json(status, Body));
        var error = await Should.ThrowAsync<AkshiApiException>(() => akshi.Client.Tasks.GetAsync("a b"));
        error.ShouldBeOfType(type);
        (error.StatusCode, error.Status, error.Error, error.ErrorCode, error.Detail, error.Body)
            .ShouldBe((status, status, "some_code", "some_code", "no pending approval with id apr-009", Body));
        (error.Method, error.Path).ShouldBe(("GET", "/api/v1/a2a/tasks/a%20b"));
        error.Message.ShouldContain($"HTTP {status} some_code: no pending approval with id apr-009.");
        error.ShouldBeAssignableTo<TrellisException>();
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("""{"error":"not_fo""", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("""{"error":7,"detail":{}}""", "application/json")]
    [InlineData("null", "application/json")]
    public async Task A_body_that_is_none_of_the_runtimes_is_kept_and_never_hides_the_status(string body, string contentType)
    {
        using var akshi = new AkshiFixture(StubAnswer.Text(body, contentType, HttpStatusCode.BadGateway), StubAnswer.Text(body, contentType, HttpStatusCode.BadGateway));
        foreach (var error in (AkshiServerException[])
            [await Should.ThrowAsync<AkshiServerException>(() => akshi.Client.StatusAsync()), Should.Throw<AkshiServerException>(() => akshi.Client.Status())])
        {
            (error.StatusCode, error.Error, error.Detail, error.Body, error.ResponseBody).ShouldBe((502, null, null, body, body));
        }
    }

    [Fact]
    public async Task The_whole_body_is_kept_however_long_it_is()
    {
        var page = $"<html>{new string('x', 200_000)}</html>";
        using var akshi = new AkshiFixture(StubAnswer.Text(page, "text/html", HttpStatusCode.BadGateway));
        var error = await Should.ThrowAsync<AkshiServerException>(() => akshi.Client.StatusAsync());
        error.Body.ShouldBe(page);
        error.Message.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Retry_after_is_told_as_seconds_and_as_a_date()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 17, 10, 0, 0, TimeSpan.Zero));
        var limited = StubAnswer.Json(429, """{"error":"rate_limited","detail":"slow down"}""");
        using var akshi = new AkshiFixture(
            options => options.TimeProvider = clock,
            limited.WithHeader("Retry-After", "7"),
            limited.WithHeader("Retry-After", "Tue, 17 Mar 2026 10:01:30 GMT"),
            limited);
        var error = await Should.ThrowAsync<AkshiRateLimitException>(() => akshi.Client.StatusAsync());
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        error.Message.ShouldEndWith("Try again in 7 s.");
        Should.Throw<AkshiRateLimitException>(() => akshi.Client.Status()).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
        Should.Throw<AkshiRateLimitException>(() => akshi.Client.Status()).RetryAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData("<html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("""{"next_seq":1,"logs":[{"se""", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"logs":7}""", "application/json")]
    [InlineData("""{"logs":[{"seq":"x"}]}""", "application/json")]
    [InlineData("null", "application/json")]
    public async Task A_success_that_is_not_the_contracts_is_a_protocol_error(string body, string contentType)
    {
        using var akshi = new AkshiFixture(StubAnswer.Text(body, contentType), StubAnswer.Text(body, contentType));
        var error = await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.LogsAsync());
        (error.Status, error.Body).ShouldBe((200, body));
        Should.Throw<AkshiProtocolException>(() => akshi.Client.Logs()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_keeps_an_answer_from_coming_has_classes_of_its_own()
    {
        using var akshi = new AkshiFixture(
            options => options.AttemptTimeout = TimeSpan.FromSeconds(5), StubAnswer.ConnectFailure(), StubAnswer.HangUp(), StubAnswer.Json("""{"ok":true}""").CutAfter(4), StubAnswer.Silence());
        (await Should.ThrowAsync<AkshiConnectionException>(() => akshi.Client.StatusAsync())).InnerException.ShouldBeOfType<HttpRequestException>();
        await Should.ThrowAsync<AkshiTransportException>(() => akshi.Client.StatusAsync());
        await Should.ThrowAsync<AkshiTransportException>(() => akshi.Client.HealthAsync());
        var call = akshi.Client.StatusAsync();
        await akshi.Clock.WaitForTimerAsync();
        akshi.Clock.Advance(TimeSpan.FromSeconds(5));
        var timeout = await Should.ThrowAsync<AkshiTimeoutException>(() => call);
        (timeout.Kind, timeout.Limit).ShouldBe((TimeoutKind.Attempt, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_error_of_the_client()
    {
        using var cancel = new CancellationTokenSource();
        using var akshi = new AkshiFixture(StubAnswer.Silence());
        var call = akshi.Client.StatusAsync(cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(cancel.Token);
        Should.Throw<OperationCanceledException>(() => akshi.Client.Status(cancellationToken: cancel.Token));
    }

    [Fact]
    public void An_asynchronous_token_callback_serves_asynchronous_calls_alone()
    {
        using var akshi = new AkshiFixture(options => options.Token = TokenSource.FromCallback(_ => new ValueTask<string?>("later")));
        Should.Throw<AkshiCredentialException>(() => akshi.Client.Status());
    }
}
