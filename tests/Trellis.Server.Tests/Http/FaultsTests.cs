using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Tests.Http;

public sealed class FaultsTests
{
    [Fact]
    public async Task A_status_is_injected_and_has_a_request_id()
    {
        using var files = new TemporaryDirectory();
        await using var server = await StartAsync(files, """{"rules":[{"route":"GET /probe","status":503,"retryAfterSeconds":7}]}""");
        using var client = new HttpClient { BaseAddress = server.Url };
        var response = await client.GetAsync("/probe", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        response.Headers.Contains("x-request-id").ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_cut_answer_is_not_mended(int bytes)
    {
        using var files = new TemporaryDirectory();
        await using var server = await StartAsync(files, $$"""{"rules":[{"route":"GET /probe","cutAfterBytes":{{bytes}}}]}""");
        using var client = new HttpClient { BaseAddress = server.Url };
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync("/probe", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lost_answer_closes_the_connection()
    {
        using var files = new TemporaryDirectory();
        await using var server = await StartAsync(files, """{"rules":[{"route":"GET /probe","loseResponse":true}]}""");
        using var client = new HttpClient { BaseAddress = server.Url };
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/probe", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_plan_that_is_wrong_stops_the_start_and_says_where()
    {
        using var files = new TemporaryDirectory();
        var refusal = await Should.ThrowAsync<ServerStartException>(() => StartAsync(files, """{"rules":[{"route":"GET /probe","status":1}]}"""));
        refusal.Failure.ShouldBe(ServerStartFailure.Configuration);
        refusal.Message.ShouldContain("rules[0].status");
    }

    private static async Task<TrellisServer> StartAsync(TemporaryDirectory files, string plan)
    {
        await File.WriteAllTextAsync(files.File("faults.json"), plan, TestContext.Current.CancellationToken);
        var module = new ProbeModule { Routes = static routes => routes.MapGet("/probe", static context => context.Response.WriteAsync("a whole answer")) };
        return await TrellisServer.StartAsync(
            new() { Modules = [module], FaultsFile = files.File("faults.json") }, TestContext.Current.CancellationToken);
    }
}
