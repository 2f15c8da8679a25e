using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Tests.Support;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Tests.Hosting;

/// <summary>Akshi and ASCEND on one origin: both list approvals at the same place.</summary>
public sealed class SharedOriginTests : ServerTest
{
    private const string Path = "/api/v1/approvals";

    [Fact]
    public async Task The_token_of_each_platform_leads_to_its_own_list()
    {
        (await Server.GetAsync(Path)).ShouldAnswer("""{"pending":[],"resolved":[]}""");

        var ascend = (await SendAsync("GET", Path, Server.Credentials.Reveal("ascend", "adminToken"))).ShouldBe(200);
        ascend.Json.ContainsKey("resolved").ShouldBeFalse(ascend.Text);
        ascend.Header("X-RateLimit-Limit").ShouldNotBe("300");
    }

    [Fact]
    public async Task A_key_of_ascend_in_its_header_leads_there_too()
    {
        var reply = await Server.SendAsync("GET", Path, null, request => request.Headers.Add("X-API-Key", Server.Credentials.Reveal("ascend", "apiKey")));

        reply.ShouldBe(200).Json.ContainsKey("resolved").ShouldBeFalse(reply.Text);
    }

    [Fact]
    public async Task The_cookie_leads_to_akshi() =>
        (await Server.SendAsync("GET", Path, null, request => request.Headers.Add("Cookie", $"{Authenticator.TokenCookie}={Server.Token}")))
        .ShouldAnswer("""{"pending":[],"resolved":[]}""");

    [Fact]
    public async Task A_configured_token_of_any_form_leads_to_akshi()
    {
        var dashboard = Server.Services.GetRequiredService<Dashboard>();
        dashboard.Settings = dashboard.Settings with { TokenHash = AkshiToken.Hash("open sesame") };

        (await SendAsync("GET", Path, "open sesame")).ShouldAnswer("""{"pending":[],"resolved":[]}""");
    }

    [Fact]
    public async Task Without_a_token_to_ask_for_whoever_has_no_credential_is_akshis()
    {
        var dashboard = Server.Services.GetRequiredService<Dashboard>();
        dashboard.Settings = dashboard.Settings with { RequiresToken = false };

        (await Server.SendAsync("GET", Path, null, static _ => { })).ShouldAnswer("""{"pending":[],"resolved":[]}""");
        (await SendAsync("GET", Path, Server.Credentials.Reveal("ascend", "adminToken"))).ShouldBe(200).Json.ContainsKey("resolved").ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_token_is_refused_whichever_platform_it_reaches()
    {
        (await SendAsync("GET", Path, $"akshi_{new string('0', 49)}")).ShouldBeRefused(401, "unauthorized");
        (await SendAsync("GET", Path, "wrong")).ShouldBe(401);
    }

    [Fact]
    public async Task A_wrong_method_is_refused_in_the_words_of_the_platform_that_was_asked()
    {
        (await Server.SendAsync("PUT", Path)).ShouldBeRefused(405, "method_not_allowed").Allow.ShouldBe(["GET", "POST"]);

        var ascend = (await SendAsync("PUT", Path, Server.Credentials.Reveal("ascend", "adminToken"))).ShouldBe(405);
        ascend.Json.ContainsKey("detail").ShouldBeTrue(ascend.Text);
        ascend.Header("X-RateLimit-Remaining").ShouldBeNull();
    }

    [Fact]
    public async Task A_preflight_needs_no_credential_there_either() =>
        (await Server.SendAsync("OPTIONS", Path, null, static request =>
        {
            request.Headers.Add("Origin", "http://127.0.0.1:3210");
            request.Headers.Add("Access-Control-Request-Method", "GET");
        })).ShouldBe(204).Header("Access-Control-Allow-Origin").ShouldBe("http://127.0.0.1:3210");

    [Fact]
    public async Task Governed_calls_of_ascend_stay_beside_akshis_mcp_servers()
    {
        var ascend = await SendAsync("GET", "/api/v1/mcp/actions/submit", Server.Credentials.Reveal("ascend", "adminToken"));

        ascend.ShouldBe(405).Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public void No_two_platforms_have_the_same_route_unless_one_of_them_claims_its_requests()
    {
        var routes = Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .SelectMany(static endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (
                Endpoint: endpoint,
                Method: method,
                Shape: string.Join('/', endpoint.RoutePattern.PathSegments.Select(static segment => segment.IsSimple && segment.Parts[0].IsLiteral
                    ? ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)segment.Parts[0]).Content
                    : "*")))))
            .ToArray();
        routes.Length.ShouldBeGreaterThan(200);

        // What is the server's own has no platform.
        routes.Where(static route => route.Endpoint.Metadata.GetMetadata<EndpointPlatform>() == null)
            .ShouldAllBe(static route => route.Shape.StartsWith("openapi/") || route.Shape.StartsWith("health/") || route.Shape == "metrics");
        var collisions = routes.GroupBy(static route => $"{route.Method} /{route.Shape}", StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Select(static route => route.Endpoint.Metadata.GetMetadata<EndpointPlatform>()?.Name).Distinct().Count() > 1)
            .ToArray();
        collisions.Select(static group => group.Key).ShouldBe(["GET /api/v1/approvals"]);
        collisions.ShouldAllBe(static group => group.Count(static route => route.Endpoint.Metadata.GetMetadata<IRequestClaim>() == null) == 1);
    }

    private Task<Reply> SendAsync(string method, string path, string token) => Server.SendAsync(
        method, path, null, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
}
