using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Trellis.Caching.Redis.Io;

internal sealed class AwaitingIo : IoMode
{
    public override ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, Deadline deadline) =>
        stream.ReadAsync(buffer, deadline.Token);

    public override ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, Deadline deadline) =>
        stream.WriteAsync(bytes, deadline.Token);

    public override ValueTask EnterAsync(SemaphoreSlim slots, Deadline deadline) =>
        new(slots.WaitAsync(deadline.Token));

    public override ValueTask<IPAddress[]> ResolveAsync(string host, Deadline deadline) =>
        new(Dns.GetHostAddressesAsync(host, deadline.Token));

    public override ValueTask ConnectAsync(Socket socket, EndPoint endPoint, Deadline deadline) =>
        socket.ConnectAsync(endPoint, deadline.Token);

    public override ValueTask AuthenticateAsync(SslStream stream, SslClientAuthenticationOptions options, Deadline deadline) =>
        new(stream.AuthenticateAsClientAsync(options, deadline.Token));
}
