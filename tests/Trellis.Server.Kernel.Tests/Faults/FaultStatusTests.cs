using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Tests.Models;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Faults;

public sealed class FaultStatusTests
{
    private int _handled;

    [Fact]
    public async Task A_status_is_answered_instead_of_running_the_handler()
    {
        await using var server = await StartAsync("""{"route":"GET /a","status":503,"retryAfterSeconds":2}""");

        var response = await server.Client.GetAsync("a");

        ((int)response.StatusCode).ShouldBe(503);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        response.Headers.GetValues("x-trellis-fault").ShouldBe(["0"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"detail":"Injected fault"}""");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task A_status_brings_its_own_body()
    {
        await using var server = await StartAsync("""{"route":"GET /a","status":400,"body":{"errors": [1]}}""");

        (await (await server.Client.GetAsync("a")).Content.ReadAsStringAsync()).ShouldBe("""{"errors": [1]}""");
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_status_that_has_no_body_gets_none(int status)
    {
        await using var server = await StartAsync($$"""{"route":"GET /a","status":{{status}}}""");

        var response = await server.Client.GetAsync("a");

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_header_names_the_rule_that_befell()
    {
        await using var server = await StartAsync("""{"route":"POST *","status":500},{"route":"GET /a","status":503}""");

        (await server.Client.GetAsync("a")).Headers.GetValues("x-trellis-fault").ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_rule_used_up_befalls_no_more()
    {
        await using var server = await StartAsync("""{"route":"GET /a","status":503,"times":2}""");

        var statuses = new List<int>();
        for (var request = 0; request < 4; request++)
        {
            statuses.Add((int)(await server.Client.GetAsync("a")).StatusCode);
        }

        statuses.ShouldBe([503, 503, 200, 200]);
    }

    [Fact]
    public async Task What_no_rule_concerns_is_untouched()
    {
        await using var server = await StartAsync("""{"route":"GET /a","status":503}""");

        var response = await server.Client.GetAsync("b");

        ((int)response.StatusCode).ShouldBe(200);
        response.Headers.Contains("x-trellis-fault").ShouldBeFalse();
    }

    [Fact]
    public async Task Latency_passes_before_the_handler_runs()
    {
        var time = new ManualTimeProvider();
        await using var server = await StartAsync("""{"route":"GET /a","latencyMs":1500}""", time);
        var answer = server.Client.GetAsync("a");

        await time.WaitForTimerAsync(TimeSpan.FromMilliseconds(1500));
        _handled.ShouldBe(0);
        time.Advance(TimeSpan.FromMilliseconds(1500));

        var response = await answer;
        (await response.Content.ReadAsStringAsync()).ShouldBe("ok");
        response.Headers.GetValues("x-trellis-fault").ShouldBe(["0"]);
    }

    [Fact]
    public async Task Latency_passes_before_a_status_too()
    {
        var time = new ManualTimeProvider { AutoAdvance = true };
        await using var server = await StartAsync("""{"route":"GET /a","latencyMs":250,"status":500}""", time);

        ((int)(await server.Client.GetAsync("a")).StatusCode).ShouldBe(500);

        time.Delays.ShouldBe([TimeSpan.FromMilliseconds(250)]);
    }

    private Task<TestServer> StartAsync(string rules, TimeProvider? time = null) => FaultServer.StartAsync(
        rules,
        context =>
        {
            Interlocked.Increment(ref _handled);
            return context.Response.WriteAsync("ok");
        },
        time);
}
