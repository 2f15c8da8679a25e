using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Events;

/// <summary>Streams that live: their clocks, and how they are ended. Contract section 8, numbers 9 and 11.</summary>
public sealed class LiveStreamTests
{
    [Fact]
    public async Task Neither_the_timeout_of_an_attempt_nor_that_of_a_call_ends_a_stream()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StreamServer.StartAsync();
        using var client = server.Connect(options =>
        {
            (options.TimeProvider, options.StreamIdleTimeout) = (clock, Timeout.InfiniteTimeSpan);
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        });
        await using var events = client.Events.StreamAguiAsync().GetAsyncEnumerator();
        server.Send("data: a\n\n");
        (await events.MoveNextAsync()).ShouldBeTrue();
        clock.Advance(TimeSpan.FromHours(1));
        server.Send("data: b\n\n");
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.Data.ShouldBe("b");
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_connected_again_and_a_keep_alive_is_no_silence()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StreamServer.StartAsync();
        using var client = server.Connect(options => options.TimeProvider = clock);
        await using var events = client.Events.StreamAguiAsync().GetAsyncEnumerator();
        server.Send("id: 1\ndata: a\n\n");
        (await events.MoveNextAsync()).ShouldBeTrue();
        var next = events.MoveNextAsync().AsTask();
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(45));
        clock.Advance(TimeSpan.FromSeconds(30));
        server.Send(": keepalive\n\n");
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(45));
        clock.Advance(TimeSpan.FromSeconds(44));
        server.Connections.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));
        await clock.WaitForTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        await server.Left.WaitAsync(TimeSpan.FromSeconds(10));
        server.Send("id: 2\ndata: b\n\n");
        (await next).ShouldBeTrue();
        (events.Current.Data, server.Connections, server.LastId).ShouldBe(("b", 2, "1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_resuming_silence_is_an_error(bool blocking)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StreamServer.StartAsync();
        using var client = server.Connect(options => options.TimeProvider = clock);
        var arrived = new TaskCompletionSource();
        var reading = blocking ? OnThreadOfItsOwn(() => client.EventsSse(_ => arrived.SetResult())) : client.EventsSseAsync(_ => arrived.SetResult());
        server.Send("data: a\n\n");
        await arrived.Task;
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(45));
        clock.Advance(TimeSpan.FromSeconds(45));
        (await Should.ThrowAsync<AkshiTimeoutException>(() => reading)).Kind.ShouldBe(TimeoutKind.StreamIdle);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_ends_a_read_that_waits_and_closes_the_connection(bool blocking)
    {
        await using var server = await StreamServer.StartAsync();
        using var client = server.Connect();
        using var cancel = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var reading = blocking
            ? OnThreadOfItsOwn(() => client.EventsSse(_ => arrived.SetResult(), cancellationToken: cancel.Token))
            : client.EventsSseAsync(_ => arrived.SetResult(), cancellationToken: cancel.Token);
        server.Send("data: a\n\n");
        await arrived.Task;
        await cancel.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10)))).CancellationToken.ShouldBe(cancel.Token);
        await server.Left.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        await using var server = await StreamServer.StartAsync();
        using var client = server.Connect();
        server.Send("data: a\n\n");
        await foreach (var item in client.Events.StreamAguiAsync())
        {
            item.Data.ShouldBe("a");
            break;
        }

        await server.Left.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_before_the_stream_is_connected_again()
    {
        var clock = new ManualTimeProvider();
        using var akshi = new AkshiFixture(options => options.TimeProvider = clock, StubAnswer.Text("data: a\n\n", "text/event-stream"));
        using var cancel = new CancellationTokenSource();
        await using var events = akshi.Client.Events.StreamAguiAsync(cancellationToken: cancel.Token).GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();
        var next = events.MoveNextAsync().AsTask();
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(3.45));
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next);
        akshi.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Events_that_wait_are_not_given_to_a_reader_who_gave_up()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text("data: a\n\ndata: b\n\n", "text/event-stream"));
        using var cancel = new CancellationTokenSource();
        await using var events = akshi.Client.Events.StreamAguiAsync(cancellationToken: cancel.Token).GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await events.MoveNextAsync());
    }

    private static Task OnThreadOfItsOwn(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>A real server whose one stream a test writes to.</summary>
    private sealed class StreamServer : IAsyncDisposable
    {
        private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private LoopbackServer? _server;

        public int Connections { get; private set; }

        public string? LastId { get; private set; }

        public Task Left => _left.Task;

        public static async Task<StreamServer> StartAsync()
        {
            var server = new StreamServer();
            server._server = await LoopbackServer.StartAsync(server.ServeAsync);
            return server;
        }

        public AkshiClient Connect(Action<AkshiClientOptions>? configure = null) => _server!.Connect(configure);

        public void Send(string piece) => _pieces.Writer.TryWrite(piece);

        public ValueTask DisposeAsync() => _server!.DisposeAsync();

        private async Task ServeAsync(HttpContext context)
        {
            Connections++;
            LastId = context.Request.Headers["Last-Event-ID"];
            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.FlushAsync();
            try
            {
                await foreach (var piece in _pieces.Reader.ReadAllAsync(context.RequestAborted))
                {
                    await context.Response.WriteAsync(piece);
                    await context.Response.Body.FlushAsync();
                }
            }
            catch (OperationCanceledException)
            {
                _left.TrySetResult();
            }
        }
    }
}
