using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamStreamTests
{
    [Fact]
    public async Task A_report_the_caller_did_not_ask_for_is_counted_and_withheld()
    {
        await using var server = await StartAsync(Sse.Delta("Hi") + Sse.Report(5, 7) + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.Streamed);

        (await Chat.ReadAllAsync(stream)).ShouldBe(Sse.Delta("Hi"));
        stream.Usage.ShouldBe(new TokenUsage(5, 7));
        Chat.Text(stream.FinalEvent).ShouldBe(Sse.Done);
    }

    [Fact]
    public async Task A_report_the_caller_asked_for_is_passed()
    {
        await using var server = await StartAsync(Sse.Delta("Hi") + Sse.Report(5, 7) + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.StreamedWithUsage);

        (await Chat.ReadAllAsync(stream)).ShouldBe(Sse.Delta("Hi") + Sse.Report(5, 7));
    }

    [Fact]
    public async Task A_stream_without_a_report_is_estimated()
    {
        await using var server = await StartAsync(Sse.Delta("Hi") + Sse.Delta("there") + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.Streamed);

        await Chat.ReadAllAsync(stream);

        stream.Usage.ShouldBe(new TokenUsage(7, 2, IsEstimated: true));
    }

    [Fact]
    public async Task The_final_event_is_empty_until_the_stream_has_been_read()
    {
        await using var server = await StartAsync(Sse.Delta("Hi") + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.Streamed);

        stream.FinalEvent.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_who_stops_reading_is_billed_what_was_seen()
    {
        var release = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Sse.Delta("One") + Sse.Delta("two"));
            await context.Response.Body.FlushAsync();
            await release.Task;
        });
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.Streamed);
        using var caller = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream.ReadAsync(caller.Token))
            {
                await caller.CancelAsync();
            }
        });
        release.SetResult();

        stream.Usage.ShouldBe(new TokenUsage(7, 2, IsEstimated: true));
        stream.Failure.ShouldBeNull();
        stream.FinalEvent.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Disposing_a_stream_ends_the_upstreams_work()
    {
        var ended = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(ended.SetResult);
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Sse.Delta("One"));
            await context.Response.Body.FlushAsync();
            await ended.Task;
        });
        await using var catalog = TestCatalog.OfUpstream(server.Url);

        await (await OpenAsync(catalog, Chat.Streamed)).DisposeAsync();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_stream_over_the_limit_ends_in_an_error()
    {
        await using var server = await StartAsync(string.Concat(Enumerable.Repeat(Sse.Delta("x"), 100)) + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: ",\"maxResponseBytes\":1024");
        await using var stream = await OpenAsync(catalog, Chat.Streamed);

        await Chat.ReadAllAsync(stream);

        stream.Failure!.Error.Code.ShouldBe("upstream_response_too_large");
    }

    [Fact]
    public async Task An_upstream_that_does_not_stream_when_asked_is_a_bad_gateway()
    {
        await using var server = await TestServer.StartAsync(static context => context.Response.WriteAsJsonAsync(new { choices = Array.Empty<int>() }));
        await using var catalog = TestCatalog.OfUpstream(server.Url);

        var failure = (await catalog["m"].CompleteAsync(Chat.Parse(Chat.Streamed))).ShouldBeOfType<ChatFailure>();

        failure.Error.Code.ShouldBe("upstream_invalid_response");
    }

    [Fact]
    public async Task Large_events_pass_whole()
    {
        var events = string.Concat(Enumerable.Range(0, 5).Select(static index => Sse.Delta(new string((char)('a' + index), 300_000))));
        await using var server = await StartAsync(events + Sse.Done);
        await using var catalog = TestCatalog.OfUpstream(server.Url);
        await using var stream = await OpenAsync(catalog, Chat.Streamed);

        (await Chat.ReadAllAsync(stream)).ShouldBe(events);
    }

    private static Task<TestServer> StartAsync(string events) => TestServer.StartAsync(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(events));
    });

    private static async Task<ChatStream> OpenAsync(TestCatalog catalog, string request) =>
        (await catalog["m"].CompleteAsync(Chat.Parse(request))).ShouldBeAssignableTo<ChatStream>()!;
}
