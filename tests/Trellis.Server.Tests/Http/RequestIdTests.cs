using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Tests.Http;

public sealed class RequestIdTests
{
    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        await using var probe = await StartAsync();
        var first = await IdAsync(probe, "/platform/id", null, null);
        var second = await IdAsync(probe, "/unknown", null, null);
        first.ShouldMatch("^[0-9a-f]{32}$");
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_module_sees_the_id()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/id", TestContext.Current.CancellationToken);
        var seen = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        seen.ShouldBe(response.Headers.GetValues("x-request-id").Single());
    }

    [Fact]
    public async Task The_callers_own_id_is_kept()
    {
        await using var probe = await StartAsync();
        (await IdAsync(probe, "/platform/id", "X-Request-ID", "job-7.retry_2:a")).ShouldBe("job-7.retry_2:a");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("a;b")]
    public async Task An_id_that_may_not_stand_in_a_log_is_replaced(string id)
    {
        await using var probe = await StartAsync();
        (await IdAsync(probe, "/platform/id", "X-Request-ID", id)).ShouldMatch("^[0-9a-f]{32}$");
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_replaced()
    {
        await using var probe = await StartAsync();
        (await IdAsync(probe, "/platform/id", "X-Request-ID", new string('a', 129))).ShouldMatch("^[0-9a-f]{32}$");
    }

    [Fact]
    public async Task A_correlation_id_comes_back_under_its_own_name()
    {
        await using var probe = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/platform/throw");
        request.Headers.Add("X-Correlation-ID", "trace-1");
        var response = await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Headers.GetValues("x-correlation-id").ShouldBe(["trace-1"]);
        response.Headers.GetValues("x-request-id").Single().ShouldNotBe("trace-1");
    }

    [Fact]
    public async Task A_failure_is_logged_with_the_id_and_without_the_query()
    {
        await using var probe = await StartAsync();
        var id = await IdAsync(probe, "/platform/throw%0Ax?key=sk-secret", null, null);
        var failure = await IdAsync(probe, "/platform/throw?key=sk-secret", null, null);
        probe.Log.Entries.ShouldContain(entry => entry.Level == LogLevel.Error && entry.Text.Contains(failure));
        probe.Log.Entries.ShouldNotContain(static entry => entry.Text.Contains("sk-secret"));
        probe.Log.Entries.ShouldNotContain(static entry => entry.Text.Contains("throw\nx"));
        id.ShouldNotBe(failure);
    }

    [Fact]
    public async Task Each_request_is_one_line_at_debug()
    {
        await using var probe = await StartAsync();
        var id = await IdAsync(probe, "/platform/id", null, null);
        await probe.Server.DisposeAsync();
        var line = probe.Log.Entries.Where(entry => entry.Text.Contains(id)).ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Debug);
        line.Text.ShouldContain("GET /platform/id answered 200");
    }

    [Fact]
    public async Task The_server_does_not_name_itself()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/id", TestContext.Current.CancellationToken);
        response.Headers.Server.ShouldBeEmpty();
    }

    private static async Task<string> IdAsync(ProbeServer probe, string path, string? header, string? value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        var response = await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.GetValues("X-Request-ID").Single();
    }

    private static Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(static routes =>
    {
        routes.MapGet("/platform/id", static context => context.Response.WriteAsync(context.TraceIdentifier));
        routes.MapGet("/platform/throw", static _ => throw new InvalidOperationException());
    });
}
