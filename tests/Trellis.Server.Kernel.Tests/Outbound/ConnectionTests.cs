using System.Net;
using Trellis.Server.Kernel.Outbound;
using Trellis.Server.Kernel.Tests.Models;

namespace Trellis.Server.Kernel.Tests.Outbound;

/// <summary>What happens when the connection is made, with names that resolve as an attacker likes.</summary>
public sealed class ConnectionTests
{
    private readonly FixedResolver _resolver = new();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fd00::1")]
    public async Task A_name_that_resolves_to_an_inner_address_is_refused(string address)
    {
        _resolver.Answers["hook.example.com"] = [address];

        (await RefusalAsync(allowLoopback: false, "https://hook.example.com/")).ShouldContain("does not lead to a public address");
    }

    [Fact]
    public async Task One_inner_address_among_public_ones_is_enough()
    {
        _resolver.Answers["hook.example.com"] = ["8.8.8.8", "192.168.1.1"];

        (await RefusalAsync(allowLoopback: false, "https://hook.example.com/")).ShouldContain("public address");
    }

    [Fact]
    public async Task The_refusal_does_not_tell_what_the_name_resolved_to()
    {
        _resolver.Answers["hook.example.com"] = ["10.11.12.13"];

        (await RefusalAsync(allowLoopback: false, "https://hook.example.com/")).ShouldNotContain("10.11.12.13");
    }

    [Fact]
    public async Task Plain_http_is_refused_at_the_connection_too() =>
        (await RefusalAsync(allowLoopback: false, "http://127.0.0.1:1/")).ShouldContain("is refused");

    [Fact]
    public async Task In_development_a_local_name_that_leaves_this_machine_is_refused()
    {
        _resolver.Answers["localhost"] = ["8.8.8.8"];

        (await RefusalAsync(allowLoopback: true, "http://localhost:1/")).ShouldContain("public address");
    }

    [Fact]
    public async Task In_development_this_machine_answers()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.Body.WriteAsync("here"u8.ToArray()).AsTask());
        _resolver.Answers["localhost"] = ["127.0.0.1"];
        using var client = Client(allowLoopback: true);

        (await client.GetStringAsync($"http://localhost:{server.Url.Port}/", Cancellation)).ShouldBe("here");
        _resolver.Asked.ShouldBe(["localhost"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
            return Task.CompletedTask;
        });
        using var client = Client(allowLoopback: true);

        (await client.GetAsync(server.Url, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public void No_proxy_stands_between_the_check_and_the_connection()
    {
        using var handler = new OutboundGuard(new OutboundPolicy()).CreateHandler(TimeSpan.FromSeconds(1));

        handler.UseProxy.ShouldBeFalse();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Client(bool allowLoopback) =>
        new(new OutboundGuard(new OutboundPolicy(allowLoopback), _resolver).CreateHandler(TimeSpan.FromSeconds(10)));

    private async Task<string> RefusalAsync(bool allowLoopback, string url)
    {
        using var client = Client(allowLoopback);
        var error = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri(url), Cancellation));
        return error.InnerException.ShouldBeOfType<OutboundRefusedException>().Message;
    }

    private sealed class FixedResolver : IHostResolver
    {
        public Dictionary<string, string[]> Answers { get; } = [];

        public List<string> Asked { get; } = [];

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked.Add(host);
            return Task.FromResult(Answers[host].Select(IPAddress.Parse).ToArray());
        }
    }
}
