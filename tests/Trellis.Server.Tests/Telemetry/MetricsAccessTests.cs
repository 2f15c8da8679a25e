using System.Net;

namespace Trellis.Server.Tests.Telemetry;

public sealed class MetricsAccessTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]:8787")]
    public async Task Who_calls_this_machine_from_this_machine_may_read(string host)
    {
        await using var server = await StartAsync();
        (await StatusAsync(server, request => request.Headers.Host = host)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("trellis.example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("10.0.0.1")]
    public async Task A_proxy_that_asks_for_another_host_may_not(string host)
    {
        await using var server = await StartAsync();
        (await StatusAsync(server, request => request.Headers.Host = host)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task A_proxy_that_says_so_may_not(string header)
    {
        await using var server = await StartAsync();
        (await StatusAsync(server, request => request.Headers.TryAddWithoutValidation(header, "1.1 proxy"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_open_page_is_everybodys()
    {
        await using var server = await StartAsync(("metrics:open", "true"));
        (await StatusAsync(server, static request => request.Headers.Host = "trellis.example.com")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_is_needed_where_there_is_one()
    {
        await using var server = await StartAsync(("metrics:token", "scrape-me"));
        (await StatusAsync(server, static _ => { })).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, static request => request.Headers.Authorization = new("Bearer", "scrape-m"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, static request =>
        {
            request.Headers.Authorization = new("Bearer", "scrape-me");
            request.Headers.Host = "trellis.example.com";
        })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refusal_says_how_to_be_let_in()
    {
        await using var server = await StartAsync(("metrics:token", "scrape-me"));
        using var client = new HttpClient { BaseAddress = server.Url };
        using var response = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("{\"detail\":");
    }

    [Theory]
    [InlineData("metrics:opne", "true")]
    [InlineData("metrics:open", "maybe")]
    [InlineData("metrics:token", "env:TRELLIS_NO_SUCH_VARIABLE")]
    public async Task A_section_that_is_wrong_keeps_the_server_from_starting(string key, string value)
    {
        var refusal = await Should.ThrowAsync<ServerStartException>(() => StartAsync((key, value)));
        refusal.Failure.ShouldBe(ServerStartFailure.Configuration);
        refusal.Message.ShouldContain("metrics.");
    }

    private static Task<TrellisServer> StartAsync(params (string Key, string Value)[] settings) =>
        TrellisServer.StartAsync(new() { Modules = [], Configuration = Settings.Of(settings) }, TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAsync(TrellisServer server, Action<HttpRequestMessage> shape)
    {
        using var client = new HttpClient { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        shape(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
