using Trellis.Aerostack;

namespace Trellis.Testing.Tests.Servers;

public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_tries_again_when_a_status_was_injected_once()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        using var faults = trellis.Faults.Inject(Fault.Status("POST /platform/list-keys", 503, times: 1, retryAfter: TimeSpan.Zero));

        (await trellis.Askii.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldBeEmpty();
        trellis.Requests.Of("POST /platform/list-keys").Select(static request => request.Status).ShouldBe([503, 200]);
    }

    [Fact]
    public async Task Faults_end_when_they_are_disposed()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        using var http = trellis.CreateHttpClient();
        using (trellis.Faults.Inject(Fault.Status("GET /*", 418, body: """{"short":"and stout"}""")))
        {
            using var answer = await http.GetAsync("/api/v1/health", Cancellation);
            ((int)answer.StatusCode).ShouldBe(418);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"short":"and stout"}""");
        }

        using var healthy = await http.GetAsync("/api/v1/health", Cancellation);
        ((int)healthy.StatusCode).ShouldNotBe(418);
    }

    [Fact]
    public async Task A_lost_response_was_done_all_the_same()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        using var http = trellis.CreateHttpClient();
        http.DefaultRequestHeaders.Add("X-Aerostack-Key", trellis.Credentials.Reveal("aerostack", "apiKey"));
        trellis.Faults.Inject(Fault.LostResponse("POST /v1/cache/set"));
        using var body = new StringContent("""{"key":"greeting","value":"hello"}""", null, "application/json");
        await Should.ThrowAsync<HttpRequestException>(() => http.PostAsync("/v1/cache/set", body, Cancellation));

        trellis.Faults.Clear();
        (await trellis.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).IsHit.ShouldBeTrue();
    }

    [Fact]
    public async Task A_latency_holds_a_request_until_the_clock_is_moved()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        trellis.Faults.Inject(Fault.Latency("POST /v1/cache/get", TimeSpan.FromSeconds(42)));

        var call = trellis.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation);
        await trellis.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(42), Cancellation);
        call.IsCompleted.ShouldBeFalse();
        trellis.Clock.Advance(TimeSpan.FromSeconds(42));
        (await call).IsHit.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_is_cut_after_the_bytes_that_pass()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        using var http = trellis.CreateHttpClient();
        trellis.Faults.Inject(Fault.CutAfter("GET /api/v1/health", 3));

        using var answer = await http.GetAsync("/api/v1/health", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await Should.ThrowAsync<HttpRequestException>(() => answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/platform/list-keys")]
    [InlineData("POST platform")]
    [InlineData("")]
    public void A_route_that_is_none_is_refused(string route) =>
        Should.Throw<ArgumentException>(() => Fault.LostResponse(route)).Message.ShouldContain("POST /platform/list-keys");

    [Theory]
    [InlineData(199)]
    [InlineData(600)]
    public void A_status_that_is_none_is_refused(int status) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Fault.Status("GET /", status));
}
