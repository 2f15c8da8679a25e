using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Tests.Http;

public sealed class BrokenRequestTests
{
    [Fact]
    public async Task Broken_chunks_answer_400_in_the_platforms_shape()
    {
        await using var probe = await StartAsync();
        var answer = await probe.ExchangeAsync(
            """
            POST /platform/read HTTP/1.1
            Host: localhost
            Transfer-Encoding: chunked

            not a length

            """);
        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldEndWith("""{"detail":"The request is not well-formed HTTP."}""");
    }

    [Fact]
    public async Task Broken_chunks_are_the_callers_fault_and_not_logged_as_ours()
    {
        await using var probe = await StartAsync();
        await probe.ExchangeAsync("POST /platform/read HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\n");
        probe.Log.Entries.ShouldNotContain(static entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_body_that_is_not_what_a_module_expects_reaches_the_module()
    {
        await using var probe = await StartAsync();
        var answer = await probe.ExchangeAsync("POST /platform/read HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 4\n\n{{{{");
        answer.ShouldStartWith("HTTP/1.1 200");
    }

    [Theory]
    [InlineData("nonsense\n\n")]
    [InlineData("GET / HTTP/1.1\n\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\nHost: b\n\n")]
    [InlineData("POST /platform/read HTTP/1.1\nHost: localhost\nContent-Length: minus one\n\n")]
    public async Task What_is_not_HTTP_is_refused_with_400_and_the_connection_closed(string request)
    {
        await using var probe = await StartAsync();
        (await probe.ExchangeAsync(request)).ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task Too_many_headers_are_refused_with_431()
    {
        await using var probe = await StartAsync();
        var headers = string.Concat(Enumerable.Range(0, 200).Select(static number => $"x-{number}: 1\n"));
        (await probe.ExchangeAsync($"GET / HTTP/1.1\nHost: localhost\n{headers}\n")).ShouldStartWith("HTTP/1.1 431");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_not_logged_as_an_error()
    {
        var arrived = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var probe = await ProbeServer.StartAsync(routes => routes.MapGet("/platform/wait", async context =>
        {
            arrived.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            finally
            {
                ended.SetResult();
            }
        }));

        using var hangUp = new CancellationTokenSource();
        var call = probe.Client.GetAsync("/platform/wait", hangUp.Token);
        await arrived.Task;
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await ended.Task;
        await probe.Server.DisposeAsync();
        probe.Log.Entries.ShouldNotContain(static entry => entry.Level >= LogLevel.Error);
    }

    private static Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(static routes => routes.MapPost("/platform/read", static async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        await context.Response.WriteAsync("read");
    }));
}
