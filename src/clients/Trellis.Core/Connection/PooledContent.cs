using System.Net;

namespace Trellis;

/// <summary>
/// A JSON request body on pooled memory, sent as often as there are attempts. The call releases it at its end.
/// </summary>
internal sealed class PooledContent : HttpContent
{
    private readonly PooledBuffer _buffer;
    private int _readers;

    public PooledContent(PooledBuffer buffer)
    {
        _buffer = buffer;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>
    /// Gives the memory back, unless the transport still reads it: a response can overtake its request, and memory that is still being
    /// sent must not be lent to somebody else. Then the collector takes it.
    /// </summary>
    public void Release()
    {
        if (Volatile.Read(ref _readers) == 0)
        {
            _buffer.Dispose();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.Length;
        return true;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readers);
        stream.Write(_buffer.Span);
        Interlocked.Decrement(ref _readers);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readers);
        await stream.WriteAsync(_buffer.Memory, cancellationToken).ConfigureAwait(false);
        Interlocked.Decrement(ref _readers);
    }
}
