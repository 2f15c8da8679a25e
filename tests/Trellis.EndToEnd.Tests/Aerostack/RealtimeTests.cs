using System.Text.Json.Nodes;
using System.Threading.Channels;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>The realtime client and the server's realtime, which know of each other only what the contract says.</summary>
public sealed class RealtimeTests(SharedServer server)
{
    [Fact]
    public async Task What_one_client_publishes_another_receives_and_the_history_keeps()
    {
        await using var listener = AerostackClients.Create(server);
        await using var sender = AerostackClients.Create(server, "u1");
        var events = await SubscribeAsync(listener, "todos-history", "msg");
        await sender.Realtime.ConnectAsync();

        await sender.Realtime.Channel("todos-history").PublishAsync("msg", new JsonObject { ["x"] = 2 }, persist: true);

        var received = await NextAsync(events);
        received.Type.ShouldBe("event");
        received.UserId.ShouldBe("u1");
        received.Data.GetProperty("x").GetInt32().ShouldBe(2);
        var kept = (await listener.Realtime.GetHistoryAsync("todos-history")).ShouldHaveSingleItem();
        kept.Event.ShouldBe("msg");
        kept.UserId.ShouldBe("u1");
        kept.CreatedAt.ShouldBe(received.Timestamp.GetInt64());
    }

    [Fact]
    public async Task Somebody_who_comes_and_goes_is_seen()
    {
        await using var watcher = AerostackClients.Create(server);
        var events = await SubscribeAsync(watcher, "todos-presence", "*");
        await using (var guest = AerostackClients.Create(server, "u2"))
        {
            await guest.Realtime.ConnectAsync();
            await guest.Realtime.Channel("todos-presence").TrackAsync(new JsonObject { ["mood"] = "fine" });

            var join = await NextAsync(events);
            join.Event.ShouldBe("presence:join");
            join.Data.GetProperty("state").GetProperty("mood").GetString().ShouldBe("fine");
        }

        (await NextAsync(events)).Event.ShouldBe("presence:leave");
    }

    [Fact]
    public async Task A_room_hears_what_is_said_in_it()
    {
        await using var client = AerostackClients.Create(server, "u3");
        await client.Realtime.ConnectAsync();
        var events = Channel.CreateUnbounded<RealtimeEvent>();
        var room = client.Realtime.ChatRoom("lobby").On("*", item => events.Writer.TryWrite(item));
        await room.SubscribeAsync();
        await room.WaitUntilSubscribedAsync().WaitAsync(Patience.Long);

        await client.Realtime.ChatAsync("lobby", "hello");

        var said = await NextAsync(events.Reader);
        said.Type.ShouldBe("chat_message");
        said.Data.GetProperty("text").GetString().ShouldBe("hello");
    }

    [Fact]
    public async Task A_key_that_is_not_good_is_given_up_at_once()
    {
        await using var client = new AerostackClient(new AerostackClientOptions
        {
            ServerUrl = new Uri(server.Url, "/v1").ToString(),
            ApiKey = "ac_secret_1",
            ProjectId = "default",
        });

        await Should.ThrowAsync<AerostackRealtimeException>(() => client.Realtime.ConnectAsync().WaitAsync(Patience.Long));
    }

    private static async Task<ChannelReader<RealtimeEvent>> SubscribeAsync(AerostackClient client, string topic, string name)
    {
        await client.Realtime.ConnectAsync().WaitAsync(Patience.Long);
        var events = Channel.CreateUnbounded<RealtimeEvent>();
        var channel = client.Realtime.Channel(topic).On(name, item => events.Writer.TryWrite(item));
        await channel.SubscribeAsync();
        await channel.WaitUntilSubscribedAsync().WaitAsync(Patience.Long);
        return events.Reader;
    }

    private static Task<RealtimeEvent> NextAsync(ChannelReader<RealtimeEvent> events) => events.ReadAsync().AsTask().WaitAsync(Patience.Long);
}
