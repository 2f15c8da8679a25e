using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Http;

public sealed class RateLimitTests : ServerTest
{
    [Theory]
    [InlineData("GET", "/api/v1/health", true, 200)]
    [InlineData("GET", "/api/v1/agents/nowhere", true, 404)]
    [InlineData("GET", "/api/v1/agents/nowhere", false, 401)]
    [InlineData("PUT", "/api/v1/health", true, 405)]
    public async Task Every_answer_says_what_is_left(string method, string path, bool hasToken, int status)
    {
        var reply = hasToken ? await Server.SendAsync(method, path) : await Server.SendAsync(method, path, null, static _ => { });

        reply.ShouldBe(status);
        reply.Header("X-RateLimit-Limit").ShouldBe("300");
        reply.Header("X-RateLimit-Remaining").ShouldBe("299");
        long.Parse(reply.Header("X-RateLimit-Reset")!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(Server.Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_burst_ends_and_the_bucket_fills_again()
    {
        for (var request = 0; request < 50; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);

        var refused = (await Server.GetAsync("/api/v1/health")).ShouldBeRefused(429, "rate_limited");
        refused.Header("Retry-After").ShouldBe("1");
        refused.Header("X-RateLimit-Limit").ShouldBe("300");

        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var request = 0; request < 5; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);
        (await Server.GetAsync("/api/v1/health")).ShouldBe(429);
    }

    [Fact]
    public async Task A_stream_says_what_is_left_too()
    {
        await using var stream = await Server.ListenAsync("/api/v1/agui/events");

        stream.Response.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["299"]);
        stream.Response.Headers.Contains("X-RateLimit-Limit").ShouldBeTrue();
        stream.Response.Headers.Contains("X-RateLimit-Reset").ShouldBeTrue();
    }

    [Fact]
    public async Task Each_address_has_a_bucket_of_its_own()
    {
        for (var request = 0; request < 50; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);
        (await Server.GetAsync("/api/v1/health")).ShouldBe(429);

        using var elsewhere = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectFromElsewhereAsync });
        using var answer = await elsewhere.GetAsync(new Uri(Server.Url, "/api/v1/health"), AkshiServer.Cancellation);
        ((int)answer.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task A_lifted_limit_refuses_nobody()
    {
        Server.LiftRateLimit();
        for (var request = 0; request < 100; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);
    }

    [Fact]
    public async Task A_preflight_does_not_count()
    {
        for (var request = 0; request < 60; request++)
            (await PreflightAsync("http://127.0.0.1:3210")).ShouldBe(204);
    }

    // Every address that begins with 127 is this machine.
    private static async ValueTask<Stream> ConnectFromElsewhereAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private Task<Reply> PreflightAsync(string origin) => Server.SendAsync("OPTIONS", "/api/v1/health", null, request =>
    {
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
    });
}
