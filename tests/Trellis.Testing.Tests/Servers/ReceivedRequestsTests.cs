using Trellis.Aerostack;

namespace Trellis.Testing.Tests.Servers;

public sealed class ReceivedRequestsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sent_can_be_read()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        await trellis.Aerostack.Cache.SetAsync("greeting", "hello", cancellationToken: Cancellation);

        var request = trellis.Requests.Single("POST /v1/cache/set");
        request.ReadJson().GetProperty("key").GetString().ShouldBe("greeting");
        request.Header("content-type").ShouldStartWith("application/json");
        request.Status.ShouldBe(200);
        request.Number.ShouldBe(1);
        request.ToString().ShouldBe("POST /v1/cache/set -> 200");
    }

    [Fact]
    public async Task An_expectation_that_is_not_met_lists_what_came_and_no_credential()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        Should.Throw<ReceivedRequestException>(() => trellis.Requests.ShouldContain("POST /v1/cache/get")).Message
            .ShouldBe("POST /v1/cache/get was expected at least once and received never. Nothing was received.");

        await trellis.Aerostack.Cache.SetAsync("greeting", "hello", cancellationToken: Cancellation);
        var message = Should.Throw<ReceivedRequestException>(() => trellis.Requests.ShouldContain("POST /v1/cache/*", times: 2)).Message;
        message.ShouldBe($"POST /v1/cache/* was expected 2 times and received once. Received so far:{Environment.NewLine}  1. POST /v1/cache/set -> 200");
        trellis.Requests.ShouldNotContain("POST /v1/db/*");
        Should.Throw<ReceivedRequestException>(() => trellis.Requests.ShouldNotContain("* *"));

        trellis.Requests.Clear();
        trellis.Requests.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_body_is_kept_up_to_its_limit_and_arrives_whole()
    {
        await using var trellis = await TrellisServer.StartAsync(new TestServerOptions { MaxRecordedBodyBytes = 10 }, Cancellation);
        await trellis.Aerostack.Cache.SetAsync("greeting", new string('x', 50_000), cancellationToken: Cancellation);

        trellis.Requests.Single("POST /v1/cache/set").Body.Length.ShouldBe(10);
        (await trellis.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).Value.GetString()!.Length.ShouldBe(50_000);
    }
}
