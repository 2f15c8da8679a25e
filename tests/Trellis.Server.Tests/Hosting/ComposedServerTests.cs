using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Hosting;

public sealed class ComposedServerTests
{
    [Fact]
    public async Task The_credentials_of_the_first_start_open_Askii()
    {
        await using var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Url };
        var response = await client.PostAsJsonAsync(
            "/platform/list-keys", new { mpass_token = server.Credentials!.Reveal("askii", "token") }, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["keys"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Malformed_JSON_is_the_modules_to_refuse()
    {
        await using var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Url };
        var response = await client.PostAsync("/platform/list-keys", new StringContent("{"), TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeInRange(400, 422);
        (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!.ContainsKey("detail").ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413_on_the_real_routes()
    {
        await using var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Url };
        var body = new ByteArrayContent(new byte[(1024 * 1024) + 1]);
        var response = await client.PostAsync("/platform/list-keys", body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["detail"]!.GetValue<string>().ShouldMatch("limit of [0-9]+ bytes");
    }
}
