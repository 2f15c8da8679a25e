using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamTimeoutTests : IAsyncDisposable
{
    private const string Limits = ",\"firstByteTimeoutSeconds\":20,\"idleTimeoutSeconds\":10,\"maxDurationSeconds\":100";

    private readonly ManualTimeProvider _time = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_plain_answer_may_take_the_whole_duration_and_no_longer()
    {
        await using var server = await TestServer.StartAsync(_ => HoldAsync());
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: Limits, time: _time);
        var answer = catalog["m"].CompleteAsync(Chat.Parse(Chat.Plain)).AsTask();
        await _arrived.Task;

        _time.Advance(TimeSpan.FromSeconds(99));
        answer.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        ShouldBeLate(await answer, "did not complete its answer for 100 s");
    }

    [Fact]
    public async Task A_stream_without_a_first_byte_is_given_up()
    {
        await using var server = await TestServer.StartAsync(_ => HoldAsync());
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: Limits, time: _time);
        var answer = catalog["m"].CompleteAsync(Chat.Parse(Chat.Streamed)).AsTask();
        await _arrived.Task;

        _time.Advance(TimeSpan.FromSeconds(20));

        ShouldBeLate(await answer, "sent no first byte for 20 s");
    }

    [Fact]
    public async Task A_stream_with_headers_alone_has_no_first_byte_either()
    {
        await using var server = await StartStreamAsync("");
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: Limits, time: _time);
        await using var stream = (ChatStream)await catalog["m"].CompleteAsync(Chat.Parse(Chat.Streamed));
        var reading = Chat.ReadAllAsync(stream);

        _time.Advance(TimeSpan.FromSeconds(20));

        (await reading).ShouldBeEmpty();
        ShouldBeLate(stream.Failure, "sent no first byte for 20 s");
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up_and_billed_what_was_seen()
    {
        await using var server = await StartStreamAsync(Sse.Delta("Hi"));
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: Limits, time: _time);
        await using var stream = (ChatStream)await catalog["m"].CompleteAsync(Chat.Parse(Chat.Streamed));
        await using var reader = stream.ReadAsync().GetAsyncEnumerator();
        (await reader.MoveNextAsync()).ShouldBeTrue();

        var next = reader.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        (await next).ShouldBeFalse();
        ShouldBeLate(stream.Failure, "fell silent for 10 s");
        stream.Usage.ShouldBe(new TokenUsage(7, 1, IsEstimated: true));
    }

    [Fact]
    public async Task A_slow_caller_is_not_taken_for_a_silent_upstream()
    {
        await using var server = await StartStreamAsync(Sse.Delta("Hi"));
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: Limits, time: _time);
        await using var stream = (ChatStream)await catalog["m"].CompleteAsync(Chat.Parse(Chat.Streamed));
        await using var reader = stream.ReadAsync().GetAsyncEnumerator();
        (await reader.MoveNextAsync()).ShouldBeTrue();

        _time.Advance(TimeSpan.FromSeconds(50));
        _release.SetResult();

        (await reader.MoveNextAsync()).ShouldBeFalse();
        stream.Failure!.Error.Code.ShouldBe("upstream_cut_short");
    }

    [Fact]
    public void A_connection_that_is_not_accepted_in_time_is_a_timeout_of_its_own()
    {
        var options = new UpstreamOptions("up", new Uri("http://127.0.0.1:1/"), ApiKey: null, AsksForUsage: true, Models: []);
        using var upstream = new Upstream(options, new UpstreamLimits(), _time);
        using var call = new UpstreamCall(upstream, isStreamed: false, _time, CancellationToken.None);

        // What SocketsHttpHandler throws when its ConnectTimeout is over.
        ShouldBeLate(call.Explain(new TaskCanceledException("", new TimeoutException())), "accepted no connection for 10 s");
    }

    public ValueTask DisposeAsync()
    {
        _release.TrySetResult();
        return ValueTask.CompletedTask;
    }

    private static void ShouldBeLate(ChatResult? result, string reason)
    {
        var error = result.ShouldBeOfType<ChatFailure>().Error;
        (error.Status, error.Code).ShouldBe((504, "upstream_timeout"));
        error.Message.ShouldContain(reason);
    }

    private Task HoldAsync()
    {
        _arrived.SetResult();
        return _release.Task;
    }

    private Task<TestServer> StartStreamAsync(string events) => TestServer.StartAsync(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync();
        await context.Response.WriteAsync(events);
        await context.Response.Body.FlushAsync();
        await _release.Task;
    });
}
