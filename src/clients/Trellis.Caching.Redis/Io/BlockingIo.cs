using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Trellis.Caching.Redis.Io;

/// <summary>
/// Real blocking calls. The time limits are the sockets' own, not timers: a timer needs a thread of the pool to fire, and a pool
/// whose threads all block on a dead server has none to give.
/// </summary>
internal sealed class BlockingIo : IoMode
{
    public override ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, Deadline deadline) =>
        ValueTask.FromResult(stream.Read(buffer.Span));

    public override ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, Deadline deadline)
    {
        stream.Write(bytes.Span);
        return ValueTask.CompletedTask;
    }

    public override ValueTask EnterAsync(SemaphoreSlim slots, Deadline deadline)
    {
        if (!slots.Wait(deadline.RemainingMilliseconds, deadline.Caller))
            throw new TimeoutException();

        return ValueTask.CompletedTask;
    }

    public override ValueTask<IPAddress[]> ResolveAsync(string host, Deadline deadline) =>
        ValueTask.FromResult(Dns.GetHostAddresses(host));

    public override ValueTask ConnectAsync(Socket socket, EndPoint endPoint, Deadline deadline)
    {
        // A blocking connect waits for as long as the operating system likes, minutes on some; this one can be given a limit.
        socket.Blocking = false;
        try
        {
            socket.Connect(endPoint);
        }
        catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            WaitUntilConnected(socket, deadline);
        }

        socket.Blocking = true;
        return ValueTask.CompletedTask;
    }

    public override ValueTask AuthenticateAsync(SslStream stream, SslClientAuthenticationOptions options, Deadline deadline)
    {
        stream.AuthenticateAsClient(options);
        return ValueTask.CompletedTask;
    }

    private static void WaitUntilConnected(Socket socket, Deadline deadline)
    {
        // Windows reports a refused connection in the error set alone, Unix in the write set.
        List<Socket> writable = [socket];
        List<Socket> failed = [socket];
        var milliseconds = deadline.RemainingMilliseconds;
        var wait = milliseconds == Timeout.Infinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);
        Socket.Select(null, writable, failed, wait);

        var error = (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        if (error != SocketError.Success)
            throw new SocketException((int)error);
        if (writable.Count == 0)
            throw new TimeoutException();
    }
}
