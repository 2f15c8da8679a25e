using System.Net.Sockets;
using System.Text;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>
/// Peers that are gone without a farewell (contract, section 7.5). On a server of their own: with pings this frequent, a client that is merely
/// slow is cut as well.
/// </summary>
public sealed class DeadPeerTests : RealtimeTest
{
    [Fact]
    public async Task Who_does_not_answer_the_pings_of_the_protocol_is_cut()
    {
        using var dead = new TcpClient();
        await dead.ConnectAsync(Server.Url.Host, Server.Url.Port, AerostackServer.Cancellation);
        var stream = dead.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /api/realtime HTTP/1.1\r\nHost: {Server.Url.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Aerostack-Key: {First.Key}\r\n\r\n"),
            AerostackServer.Cancellation);

        // The server cuts it by closing or by resetting; either ends the reading.
        await ReadToEndAsync(stream).WaitAsync(TimeSpan.FromSeconds(30), AerostackServer.Cancellation);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:realtime:pingSeconds"] = "1" } });

    private static async Task ReadToEndAsync(NetworkStream stream)
    {
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, AerostackServer.Cancellation) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset.
        }
    }
}
