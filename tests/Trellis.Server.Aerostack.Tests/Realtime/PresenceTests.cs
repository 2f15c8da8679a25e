using System.Text.Json.Nodes;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>Who is there, told as events, since clients drop every other type (contract, section 7.3).</summary>
public sealed class PresenceTests : RealtimeTest
{
    [Fact]
    public async Task Others_see_somebody_come_change_and_leave()
    {
        var watcher = await ConnectAsync();
        var topic = await watcher.SubscribeAsync("rooms/1");
        var guest = await ConnectAsync(query: "?userId=u1");

        await guest.SendAsync("""{"type":"track","topic":"rooms/1","state":{"mood":"fine"}}""");
        var join = await NextAsync(watcher, "presence:join");
        join["topic"]!.GetValue<string>().ShouldBe(topic);
        join["userId"]!.GetValue<string>().ShouldBe("u1");
        join["data"]!["userId"]!.GetValue<string>().ShouldBe("u1");
        join["data"]!["state"]!["mood"]!.GetValue<string>().ShouldBe("fine");

        await guest.SendAsync("""{"type":"track","topic":"rooms/1","state":{"mood":"tired"}}""");
        (await NextAsync(watcher, "presence:update"))["data"]!["state"]!["mood"]!.GetValue<string>().ShouldBe("tired");

        await guest.SendAsync("""{"type":"untrack","topic":"rooms/1"}""");
        (await NextAsync(watcher, "presence:leave"))["data"]!["connectionId"]!.GetValue<string>().ShouldBe(join["data"]!["connectionId"]!.GetValue<string>());
        await guest.ShouldGetNothingAsync();
        await watcher.ShouldGetNothingAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_hangs_up_leaves(bool politely)
    {
        var watcher = await ConnectAsync();
        await watcher.SubscribeAsync("rooms/1");
        var guest = await ConnectAsync();
        await guest.SendAsync("""{"type":"track","topic":"rooms/1","state":{}}""");
        await NextAsync(watcher, "presence:join");

        if (politely)
            await guest.CloseAsync();
        else
            guest.Abort();

        await NextAsync(watcher, "presence:leave");
    }

    [Fact]
    public async Task Who_comes_to_listen_is_told_who_is_there()
    {
        var guest = await ConnectAsync(query: "?userId=u1");
        await guest.SendAsync("""{"type":"track","topic":"rooms/1","state":{"mood":"fine"}}""");
        await guest.ShouldGetNothingAsync();

        var watcher = await ConnectAsync();
        await watcher.SubscribeAsync("rooms/1");

        var present = (await NextAsync(watcher, "presence:sync"))["data"]!["presences"]!.AsArray().ShouldHaveSingleItem()!;
        present["userId"]!.GetValue<string>().ShouldBe("u1");
        present["state"]!["mood"]!.GetValue<string>().ShouldBe("fine");
    }

    [Fact]
    public async Task Nobody_can_pretend_that_somebody_has_come()
    {
        var watcher = await ConnectAsync();
        await watcher.SubscribeAsync("rooms/1");

        await watcher.SendAsync("""{"type":"publish","topic":"rooms/1","event":"presence:join","data":{},"id":"1"}""");

        (await watcher.ShouldBeRefusedAsync("VALIDATION_ERROR"))["id"]!.GetValue<string>().ShouldBe("1");
        await watcher.ShouldGetNothingAsync();
    }

    private static async Task<JsonObject> NextAsync(Socket socket, string name)
    {
        var frame = (await socket.NextAsync())!;
        frame["type"]!.GetValue<string>().ShouldBe("event", frame.ToJsonString());
        frame["event"]!.GetValue<string>().ShouldBe(name, frame.ToJsonString());
        return frame;
    }
}
