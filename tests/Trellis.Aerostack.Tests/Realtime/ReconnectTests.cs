using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Tests.Realtime;

/// <summary>Contract section 7.5: what happens when the connection breaks.</summary>
public sealed class ReconnectTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_or_is_closed_is_made_again_with_subscriptions_and_presence(bool breaks)
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("orders");
        await channel.SubscribeAsync(new JsonObject { ["a"] = 1 });
        await channel.TrackAsync(new JsonObject { ["busy"] = true });
        await realtime.Realtime.Channel("gone").SubscribeAsync();
        await realtime.Realtime.Channel("gone").UnsubscribeAsync();
        for (var frame = 0; frame < 4; frame++)
        {
            await peer.NextAsync();
        }

        await EndAsync(peer, breaks);
        await realtime.WaitForAsync(RealtimeStatus.Reconnecting);
        await channel.PublishAsync("meanwhile", 1);
        await realtime.Clock.WaitForTimerAsync(Second);
        realtime.Clock.Advance(Second);
        peer = await realtime.Server.NextAsync();
        (await peer.NextAsync()).ShouldBe("""{"type":"subscribe","topic":"table/orders/p1","filter":{"a":1}}""");
        (await peer.NextAsync()).ShouldBe("""{"type":"track","topic":"table/orders/p1","state":{"busy":true}}""");
        (await peer.NextAsync()).ShouldContain("meanwhile");
        await realtime.WaitForAsync(RealtimeStatus.Connected);
        await channel.PublishAsync("end", 2);
        (await peer.NextAsync()).ShouldContain("end");
    }

    [Fact]
    public async Task The_waits_double_up_to_half_a_minute_and_begin_anew_after_a_success()
    {
        // Without a limit for the opening, which would be a timer of half a minute too.
        await using var realtime = await RealtimeFixture.StartAsync(options => options.Realtime.ConnectTimeout = Timeout.InfiniteTimeSpan);
        var peer = await realtime.ConnectAsync();
        await realtime.WaitForAsync(RealtimeStatus.Connected);
        realtime.Server.Refusal = 503;
        peer.Abort();
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            await realtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
            realtime.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await realtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        realtime.Server.Refusal = 0;
        realtime.Clock.Advance(TimeSpan.FromSeconds(30));
        peer = await realtime.Server.NextAsync();
        await realtime.WaitForAsync(RealtimeStatus.Connected);
        peer.Abort();
        await realtime.Clock.WaitForTimerAsync(Second);
    }

    [Theory]
    [InlineData(1, 0.0, 1000)]
    [InlineData(1, 0.5, 1150)]
    [InlineData(3, 0.999999, 5200)]
    [InlineData(6, 0.0, 30_000)]
    [InlineData(50, 0.5, 34_500)]
    public void The_jitter_is_up_to_three_tenths(int failures, double random, double milliseconds) =>
        RealtimeBackoff.Delay(failures, random).TotalMilliseconds.ShouldBe(milliseconds, 0.01);

    [Fact]
    public async Task A_failed_attempt_is_no_disconnection()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        realtime.Server.Refusal = 503;
        var connecting = realtime.Realtime.ConnectAsync();
        await realtime.Clock.WaitForTimerAsync(Second);
        realtime.Server.Refusal = 0;
        realtime.Clock.Advance(Second);
        await connecting;
        realtime.Statuses().ShouldBe([RealtimeStatus.Connecting, RealtimeStatus.Reconnecting, RealtimeStatus.Connected]);
    }

    [Fact]
    public async Task After_as_many_attempts_as_the_options_allow_the_connection_is_given_up()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.Realtime.MaxReconnectAttempts = 1);
        var givenUp = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        realtime.Realtime.GaveUp += cause => givenUp.TrySetResult(cause);
        realtime.Server.Refusal = 503;
        var connecting = realtime.Realtime.ConnectAsync();
        await realtime.Clock.WaitForTimerAsync(Second);
        realtime.Clock.Advance(Second);
        await Should.ThrowAsync<AerostackRealtimeException>(() => connecting);
        (await givenUp.Task).ShouldNotBeNull();
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Disconnected);
        realtime.Server.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_for_good_is_not_tried_again_and_a_later_connection_can_be_made(int status)
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        realtime.Server.Refusal = status;
        var error = await Should.ThrowAsync<AerostackRealtimeException>(() => realtime.Realtime.ConnectAsync());
        error.Message.ShouldContain($"{status}");
        realtime.Server.Attempts.ShouldBe(1);
        realtime.Server.Refusal = 0;
        await realtime.ConnectAsync();
    }

    [Fact]
    public async Task Giving_up_the_wait_leaves_the_trying_and_disconnecting_ends_it()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        realtime.Server.Refusal = 503;
        using var cancel = new CancellationTokenSource();
        var connecting = realtime.Realtime.ConnectAsync(cancel.Token);
        await realtime.Clock.WaitForTimerAsync(Second);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => connecting);
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Reconnecting);
        await realtime.Realtime.DisconnectAsync();
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Disconnected);
        realtime.Clock.PendingTimers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_heart_beats_every_half_minute()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        for (var beat = 0; beat < 3; beat++)
        {
            await realtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
            realtime.Clock.Advance(TimeSpan.FromSeconds(30));
            (await peer.NextAsync()).ShouldBe("ping");
            await PassAsync(peer, realtime.Realtime);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_pings_is_left_after_seventy_seconds_and_tried_again()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        realtime.Server.AnswersPings = false;
        var peer = await realtime.ConnectAsync();
        await realtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        realtime.Clock.Advance(TimeSpan.FromSeconds(60));
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Connected);
        await realtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        realtime.Clock.Advance(TimeSpan.FromSeconds(30));
        (await peer.Closed).ShouldBeNull();
        await realtime.Clock.WaitForTimerAsync(Second);
        realtime.Server.AnswersPings = true;
        realtime.Clock.Advance(Second);
        await realtime.Server.NextAsync();
    }

    [Fact]
    public async Task A_token_that_was_set_goes_along_with_the_next_connection()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.UserToken = "old.jwt");
        var peer = await realtime.ConnectAsync();
        await realtime.Realtime.SetUserTokenAsync(new Secret("new.jwt"));
        (await peer.NextAsync()).ShouldContain("auth");
        peer.Abort();
        await realtime.Clock.WaitForTimerAsync(Second);
        realtime.Clock.Advance(Second);
        (await realtime.Server.NextAsync()).Offered.ShouldContain("aerostack-token.new.jwt");
    }

    [Fact]
    public async Task Disconnecting_and_connecting_again_restores_the_subscriptions()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        await realtime.Realtime.Channel("orders").SubscribeAsync();
        await peer.NextAsync();
        await realtime.Realtime.DisconnectAsync();
        peer = await realtime.ConnectAsync();
        (await peer.NextAsync()).ShouldBe("""{"type":"subscribe","topic":"table/orders/p1"}""");
    }

    // Frames are dealt with one after the other: once this one has arrived, the pong before it has been seen.
    private static async Task PassAsync(RealtimeServer.Peer peer, AerostackRealtime realtime)
    {
        var barrier = realtime.Channel("barrier");
        await using var events = barrier.ReadAllAsync().GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        await peer.SendAsync($$"""{"type":"event","topic":"{{barrier.Topic}}","event":"x"}""");
        await next;
    }

    private static Task EndAsync(RealtimeServer.Peer peer, bool breaks)
    {
        if (!breaks)
        {
            return peer.CloseAsync();
        }

        peer.Abort();
        return Task.CompletedTask;
    }
}
