using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Tests.Realtime;

/// <summary>Contract section 7, over real WebSockets.</summary>
public sealed class RealtimeTests
{
    [Fact]
    public async Task The_opening_carries_project_user_key_and_token_as_the_contract_has_it()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => (options.Realtime.UserId, options.UserToken) = ("u 1", "aa.bb.cc"));
        var peer = await realtime.ConnectAsync();
        peer.Address.ShouldBe("/api/realtime?projectId=p1&userId=u%201");
        peer.Offered.ShouldBe([$"aerostack-key.{AerostackFixture.Key}", "aerostack-token.aa.bb.cc", "aerostack-v1"]);
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Connected);
    }

    [Fact]
    public async Task Without_a_project_none_is_named()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.ProjectId = null);
        (await realtime.ConnectAsync()).Address.ShouldBe("/api/realtime");
    }

    [Fact]
    public async Task Connecting_twice_shares_one_connection_and_disconnecting_without_one_is_safe()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        await realtime.Realtime.DisconnectAsync();
        realtime.Realtime.Status.ShouldBe(RealtimeStatus.Idle);
        await Task.WhenAll(realtime.Realtime.ConnectAsync(), realtime.Realtime.ConnectAsync());
        await realtime.Realtime.ConnectAsync();
        realtime.Server.Attempts.ShouldBe(1);
        realtime.Statuses().ShouldBe([RealtimeStatus.Connecting, RealtimeStatus.Connected]);
    }

    [Fact]
    public async Task What_is_published_goes_out_as_the_contract_has_it()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var id = await realtime.Realtime.Channel("todos").PublishAsync("msg", new JsonObject { ["x"] = 2 }, persist: true);
        (await peer.NextAsync()).ShouldBe($$$"""{"type":"publish","topic":"table/todos/p1","event":"msg","data":{"x":2},"persist":true,"id":"{{{id}}}"}""");
        var other = await realtime.Realtime.Channel("todos").PublishAsync("msg", null);
        (await peer.NextAsync()).ShouldBe($$$"""{"type":"publish","topic":"table/todos/p1","event":"msg","data":null,"id":"{{{other}}}"}""");
    }

    [Fact]
    public async Task Ids_of_what_is_published_are_unique()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var channel = realtime.Realtime.Channel("todos");
        var ids = new HashSet<string>();
        for (var draw = 0; draw < 100; draw++)
        {
            ids.Add(await channel.PublishAsync("msg", draw));
        }

        ids.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Presence_a_chat_and_a_new_token_are_the_contracts_frames()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("rooms/7");
        await channel.TrackAsync(new JsonObject { ["busy"] = true });
        await channel.UntrackAsync();
        await channel.UntrackAsync();
        await realtime.Realtime.ChatAsync("7", "hi", new JsonObject { ["a"] = 1 });
        await realtime.Realtime.SetUserTokenAsync(new Secret("new.jwt"));
        (await peer.NextAsync()).ShouldBe("""{"type":"track","topic":"rooms/7/p1","state":{"busy":true}}""");
        (await peer.NextAsync()).ShouldBe("""{"type":"untrack","topic":"rooms/7/p1"}""");
        (await peer.NextAsync()).ShouldBe("""{"type":"chat","roomId":"7","text":"hi","metadata":{"a":1}}""");
        (await peer.NextAsync()).ShouldBe("""{"type":"auth","token":"new.jwt"}""");
    }

    [Fact]
    public async Task Subscribing_twice_sends_once_and_unsubscribing_clears_handlers_and_sends_once_too()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var seen = 0;
        var channel = realtime.Realtime.Channel("orders");
        await channel.UnsubscribeAsync();
        await channel.On("*", _ => seen++).SubscribeAsync();
        await channel.SubscribeAsync();
        await channel.UnsubscribeAsync();
        await channel.UnsubscribeAsync();
        await channel.PublishAsync("end", null);
        (await peer.NextAsync()).ShouldBe("""{"type":"subscribe","topic":"table/orders/p1"}""");
        (await peer.NextAsync()).ShouldBe("""{"type":"unsubscribe","topic":"table/orders/p1"}""");
        (await peer.NextAsync()).ShouldContain("\"publish\"");
        await channel.SubscribeAsync(new JsonObject { ["status"] = "open" });
        (await peer.NextAsync()).ShouldBe("""{"type":"subscribe","topic":"table/orders/p1","filter":{"status":"open"}}""");
        await DeliverAsync(peer, """{"type":"event","topic":"table/orders/p1","event":"x","data":1}""", realtime.Realtime);
        seen.ShouldBe(0);
    }

    [Fact]
    public async Task Handlers_are_called_for_the_operation_then_the_name_then_all()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("orders");
        var seen = new List<string>();
        channel.On("*", _ => seen.Add("*")).On("audit", _ => seen.Add("audit")).On("INSERT", item => seen.Add($"INSERT {item.Data.GetProperty("id")}"))
            .On("DELETE", _ => seen.Add("DELETE"));
        await channel.SubscribeAsync();
        await DeliverAsync(peer, """{"type":"db_change","topic":"table/orders/p1","operation":"INSERT","event":"audit","data":{"id":7},"old":null,"timestamp":1}""", realtime.Realtime);
        seen.ShouldBe(["INSERT 7", "audit", "*"]);
    }

    [Fact]
    public async Task A_handler_can_be_taken_off_and_one_that_throws_harms_nobody()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("orders");
        var seen = new List<string>();
        Action<RealtimeEvent> first = _ => seen.Add("first");
        channel.On("x", first).On("x", _ => throw new InvalidOperationException("mine")).On("x", _ => seen.Add("last")).Off("x", first);
        await channel.SubscribeAsync();
        await DeliverAsync(peer, """{"type":"event","topic":"table/orders/p1","event":"x"}""", realtime.Realtime);
        seen.ShouldBe(["last"]);
    }

    [Fact]
    public async Task Frames_of_other_types_other_topics_and_no_sense_are_passed_over()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("orders");
        var seen = new List<string>();
        channel.On("*", item => seen.Add(item.Event!));
        await channel.SubscribeAsync();
        foreach (var frame in (string[])["""{"type":"presence","topic":"table/orders/p1","event":"a"}""", """{"type":"ack","id":"1"}""", "not json", "[]", "null", """{"type":"event","topic":"table/other/p1","event":"b"}"""])
        {
            await peer.SendAsync(frame);
        }

        await DeliverAsync(peer, """{"type":"chat_message","topic":"table/orders/p1","event":"c","userId":"u"}""", realtime.Realtime);
        seen.ShouldBe(["c"]);
    }

    [Fact]
    public async Task Events_can_be_read_one_after_the_other()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        var channel = realtime.Realtime.Channel("orders");
        await channel.SubscribeAsync();
        using var cancel = new CancellationTokenSource();
        await using var events = channel.ReadAllAsync(cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync();
        await peer.SendAsync("""{"type":"event","topic":"table/orders/p1","event":"presence:join","data":{"user":"u"},"userId":"u"}""");
        (await next).ShouldBeTrue();
        events.Current.Event.ShouldBe("presence:join");
        events.Current.UserId.ShouldBe("u");
        events.Current.Old.ValueKind.ShouldBe(JsonValueKind.Undefined);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await events.MoveNextAsync());
    }

    [Fact]
    public async Task A_topic_that_the_server_completes_goes_on_under_its_new_name()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.ProjectId = null);
        var peer = await realtime.ConnectAsync();
        var other = realtime.Realtime.Channel("table/ord");
        await other.SubscribeAsync();
        var channel = realtime.Realtime.Channel("table/orders");
        var seen = new List<string>();
        channel.On("*", item => seen.Add(item.Topic));
        await channel.SubscribeAsync();
        await peer.SendAsync("""{"type":"subscribed","topic":"table/orders/p9"}""");
        await channel.WaitUntilSubscribedAsync();
        await DeliverAsync(peer, """{"type":"event","topic":"table/orders/p9","event":"x"}""", realtime.Realtime);
        seen.ShouldBe(["table/orders/p9"]);
        other.WaitUntilSubscribedAsync().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Frames_before_the_connection_wait_and_go_out_in_order()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var channel = realtime.Realtime.Channel("orders");
        await channel.PublishAsync("early", 1);
        await channel.SubscribeAsync();
        await channel.TrackAsync([]);
        var peer = await realtime.ConnectAsync();
        (await peer.NextAsync()).ShouldContain("early");
        (await peer.NextAsync()).ShouldContain("subscribe");
        (await peer.NextAsync()).ShouldContain("track");
        await channel.PublishAsync("late", 2);
        (await peer.NextAsync()).ShouldContain("late");
    }

    [Fact]
    public async Task More_frames_than_may_wait_are_refused()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.Realtime.MaxQueuedFrames = 2);
        var channel = realtime.Realtime.Channel("orders");
        await channel.PublishAsync("a", 1);
        await channel.PublishAsync("b", 2);
        await Should.ThrowAsync<AerostackRealtimeException>(() => channel.PublishAsync("c", 3));
        await Should.ThrowAsync<AerostackRealtimeException>(() => channel.SubscribeAsync());
        channel.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_topic_is_the_same_channel()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        realtime.Realtime.Channel("orders").ShouldBeSameAs(realtime.Realtime.Channel("table/orders/p1"));
        realtime.Realtime.Channel("orders").ShouldNotBeSameAs(realtime.Realtime.Channel("other"));
        realtime.Realtime.ChatRoom("7").Topic.ShouldBe("chat/7/p1");
    }

    [Theory]
    [InlineData("orders", "p1", "table/orders/p1")]
    [InlineData("table/orders/p1", "p1", "table/orders/p1")]
    [InlineData("rooms/7", "p1", "rooms/7/p1")]
    [InlineData("orders", null, "orders")]
    [InlineData("table/orders", "", "table/orders")]
    public void A_topic_is_completed_by_the_project(string topic, string? project, string expected) => TopicNames.Qualify(topic, project).ShouldBe(expected);

    [Fact]
    public async Task A_key_that_an_opening_cannot_carry_is_said_without_being_shown()
    {
        await using var realtime = await RealtimeFixture.StartAsync(options => options.ApiKey = "ac_secret_a=b/c");
        var error = await Should.ThrowAsync<AerostackRealtimeException>(() => realtime.Realtime.ConnectAsync());
        error.InnerException.ShouldBeOfType<AerostackCredentialException>();
        error.ToString().ShouldNotContain("a=b/c");
        realtime.Server.Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Disconnecting_says_farewell_and_stays_disconnected()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        await realtime.Realtime.DisconnectAsync();
        (await peer.Closed).ShouldBe(WebSocketCloseStatus.NormalClosure);
        realtime.Statuses().ShouldBe([RealtimeStatus.Connecting, RealtimeStatus.Connected, RealtimeStatus.Disconnected]);
        realtime.Clock.PendingTimers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disposed_client_leaves_nothing_behind()
    {
        await using var realtime = await RealtimeFixture.StartAsync();
        var peer = await realtime.ConnectAsync();
        realtime.Client.Dispose();
        await peer.Closed;
        await realtime.WaitForAsync(RealtimeStatus.Disconnected);
        realtime.Clock.PendingTimers.ShouldBeEmpty();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await realtime.Realtime.ConnectAsync());
    }

    // Events are handed on one after the other: once one of another topic has arrived, those before it have been dealt with.
    private static async Task DeliverAsync(RealtimeServer.Peer peer, string frame, AerostackRealtime realtime)
    {
        var barrier = realtime.Channel("barrier");
        await using var events = barrier.ReadAllAsync().GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        await peer.SendAsync(frame);
        await peer.SendAsync($$"""{"type":"event","topic":"{{barrier.Topic}}","event":"x"}""");
        await next;
    }
}
