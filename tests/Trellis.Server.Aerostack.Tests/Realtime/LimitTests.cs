using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>What one client may cost the server and the others.</summary>
public sealed class LimitTests : RealtimeTest
{
    [Fact]
    public async Task A_reader_that_does_not_drain_is_cut_and_others_are_not_held_up()
    {
        var slow = await ConnectAsync();
        await slow.SubscribeAsync("a/b");
        var quick = await ConnectAsync();
        await quick.SubscribeAsync("a/b");
        var sender = await ConnectAsync();
        var data = $"\"{new string('x', 30_000)}\"";

        // What the operating system buffers for the slow one is some megabytes.
        var sent = 0;
        while (Hub.Of(ProjectId).Connections.Count == 3)
        {
            (++sent).ShouldBeLessThan(5000);
            await sender.PublishAsync("a/b", "msg", data);
            (await quick.NextAsync())!["event"]!.GetValue<string>().ShouldBe("msg");
        }

        await sender.PublishAsync("a/b", "last", "1");
        (await quick.NextAsync())!["event"]!.GetValue<string>().ShouldBe("last");
    }

    [Fact]
    public async Task A_project_has_so_many_connections_and_another_one_has_its_own()
    {
        var kept = new List<Socket>();
        for (var index = 0; index < 4; index++)
            kept.Add(await ConnectAsync());

        (await Socket.RefusedAsync(() => Socket.ConnectAsync(First))).ShouldBe(429);
        await (await ConnectAsync(await First.OtherProjectAsync())).ShouldGetNothingAsync();

        // When the server has answered, it may still be forgetting the connection.
        await kept[0].CloseAsync();
        while (Hub.Of(ProjectId).Connections.Count == 4)
            AerostackServer.Cancellation.ThrowIfCancellationRequested();
        await (await ConnectAsync()).ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_connection_has_so_many_topics()
    {
        var socket = await ConnectAsync();
        await socket.SubscribeAsync("a/1");
        await socket.SubscribeAsync("a/2");

        await socket.SendAsync("""{"type":"subscribe","topic":"a/3"}""");
        await socket.ShouldBeRefusedAsync("VALIDATION_ERROR");
        await socket.SubscribeAsync("a/2");
    }

    [Fact]
    public async Task A_connection_may_send_so_many_frames_a_minute()
    {
        var socket = await ConnectAsync();
        for (var index = 0; index < 5999; index++)
            await socket.SendAsync("""{"type":"unsubscribe","topic":"a"}""");
        await socket.ShouldGetNothingAsync();

        await socket.SendAsync("""{"type":"ping","id":"late"}""");

        (await socket.ShouldBeRefusedAsync("RATE_LIMIT_EXCEEDED"))["id"]!.GetValue<string>().ShouldBe("late");
        await (await ConnectAsync()).ShouldGetNothingAsync();
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup
    {
        Configuration = new()
        {
            ["aerostack:realtime:maxConnections"] = "4",
            ["aerostack:realtime:maxTopics"] = "2",
            ["aerostack:realtime:maxWaitingBytes"] = "131072",
            ["aerostack:rateLimits:key"] = "0",
        },
    });
}
