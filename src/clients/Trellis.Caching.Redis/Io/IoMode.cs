using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Trellis.Caching.Redis.Io;

/// <summary>
/// How a call waits: by blocking its thread or by awaiting. Everything above is written once, against this class;
/// with <see cref="Blocking"/> every task it returns is complete already, so a synchronous method never waits for one.
/// </summary>
internal abstract class IoMode
{
    public static IoMode Blocking { get; } = new BlockingIo();

    public static IoMode Awaiting { get; } = new AwaitingIo();

    public abstract ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, Deadline deadline);

    public abstract ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, Deadline deadline);

    /// <summary>Takes one place of <paramref name="slots"/>.</summary>
    /// <exception cref="TimeoutException">None came free in time (blocking).</exception>
    /// <exception cref="OperationCanceledException">None came free in time, or the caller cancelled (awaiting).</exception>
    public abstract ValueTask EnterAsync(SemaphoreSlim slots, Deadline deadline);

    public abstract ValueTask<IPAddress[]> ResolveAsync(string host, Deadline deadline);

    public abstract ValueTask ConnectAsync(Socket socket, EndPoint endPoint, Deadline deadline);

    public abstract ValueTask AuthenticateAsync(SslStream stream, SslClientAuthenticationOptions options, Deadline deadline);
}
