using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Cors;

/// <summary>Pages of other origins (contract, section 1.7).</summary>
public sealed class CorsTests : ServerTest
{
    private const string Page = "http://localhost:5173";
    private const string Path = "/v1/projects/current";

    [Fact]
    public async Task A_preflight_of_a_named_origin_is_answered_with_what_the_clients_send()
    {
        var reply = await PreflightAsync(Page);

        reply.ShouldBe(204);
        reply.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
        reply.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET, POST, PUT, PATCH, DELETE"]);
        var headers = reply.Headers.GetValues("Access-Control-Allow-Headers").Single();
        foreach (var header in (string[])["content-type", "authorization", "x-aerostack-key", "x-request-id", "x-project-id", "x-aerostack-function"])
            headers.ShouldContain(header);
    }

    [Fact]
    public async Task A_preflight_of_another_origin_allows_nothing() =>
        (await PreflightAsync("http://evil.example")).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();

    [Fact]
    public async Task An_answer_may_be_read_by_a_page_of_a_named_origin()
    {
        var reply = await Server.SendAsync("GET", Path, First.Key, prepare: request => request.Headers.Add("Origin", Page));

        reply.ShouldBe(200).Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
    }

    [Fact]
    public async Task A_refusal_may_be_read_by_it_too()
    {
        var reply = await Server.SendAsync("GET", Path, null, prepare: request => request.Headers.Add("Origin", Page));

        reply.ShouldBe(401).Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
    }

    [Fact]
    public async Task Unless_an_origin_is_named_no_page_may_call()
    {
        await using var server = await AerostackServer.StartAsync();

        var reply = await server.SendAsync("GET", Path, server.First.Key, prepare: request => request.Headers.Add("Origin", Page));

        reply.ShouldBe(200).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        (await server.SendAsync("OPTIONS", Path, null)).ShouldBeRefused(405, "VALIDATION_ERROR");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:cors:origins:0"] = Page } });

    private Task<Reply> PreflightAsync(string origin) => Server.SendAsync("OPTIONS", Path, null, prepare: request =>
    {
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
    });
}
