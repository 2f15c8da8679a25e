using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Tests.Support;
using Trellis.Server.Kernel.Events;

namespace Trellis.Server.Akshi.Tests.Events;

public sealed class ReaderTests : ServerTest
{
    private EventStream Unified => Server.Services.GetRequiredService<AkshiStreams>().Unified;

    [Fact]
    public async Task A_thousand_readers_that_vanish_leave_nothing_behind()
    {
        Server.LiftRateLimit();
        var sockets = new List<Socket>();
        for (var reader = 0; reader < 1000; reader++)
            sockets.Add(await ConnectAsync());
        Unified.ReaderCount.ShouldBe(1000);
        Unified.Publish("token", "{}"u8);

        foreach (var socket in sockets)
            socket.Close(0);

        await WaitForReadersAsync(0);
    }

    [Fact]
    public async Task A_reader_that_stalls_is_cut_off_and_holds_up_nobody()
    {
        using var stalled = await ConnectAsync();
        await using var lively = await Server.ListenAsync("/api/v1/events");
        var data = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 64 * 1024)}}"}""");

        // More than the buffers of both ends of a connection hold, and then more than may wait.
        for (var number = 0; number < 2000 && Unified.ReaderCount > 1; number++)
        {
            Unified.Publish("token", data);
            await lively.NextAsync("token");
        }

        await WaitForReadersAsync(1);
        Unified.Publish("token", "{}"u8);
        (await lively.NextAsync("token")).Data.ShouldBe("{}");
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(Server.Url.Host, Server.Url.Port, AkshiServer.Cancellation);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Server.Token}\r\n\r\n"), AkshiServer.Cancellation);
        var head = new byte[512];
        (await socket.ReceiveAsync(head, AkshiServer.Cancellation)).ShouldBeGreaterThan(0);
        return socket;
    }

    // The connection's end reaches the server when the operating system says so, and no clock of ours moves that.
    private async Task WaitForReadersAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(AkshiServer.Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (Unified.ReaderCount > count)
        {
            patience.IsCancellationRequested.ShouldBeFalse($"{Unified.ReaderCount} readers are left.");
            await Task.Yield();
        }
    }
}
