using System.Net.Sockets;

namespace Trellis.Caching.Redis.Io;

/// <summary>
/// A socket as a stream, whose blocking reads and writes keep to <see cref="Deadline"/> even below TLS, where one read of
/// the caller's may be several of the socket's. Owns the socket.
/// </summary>
internal sealed class SocketStream(Socket socket) : Stream
{
    /// <summary>The limit of the operation that is under way.</summary>
    public required Deadline Deadline { get; set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        socket.ReceiveTimeout = Deadline.RemainingMilliseconds;
        try
        {
            return socket.Receive(buffer);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.TimedOut)
        {
            throw new TimeoutException(null, error);
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                socket.SendTimeout = Deadline.RemainingMilliseconds;
                buffer = buffer[socket.Send(buffer)..];
            }
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.TimedOut)
        {
            throw new TimeoutException(null, error);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
            buffer = buffer[await socket.SendAsync(buffer, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            socket.Dispose();

        base.Dispose(disposing);
    }
}
