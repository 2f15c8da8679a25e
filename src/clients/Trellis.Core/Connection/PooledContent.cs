using System.Net;

namespace Trellis;

/// <summary>
/// A JSON request body on pooled memory, sent as often as there are attempts. It takes the buffer over; the call releases it at its end.
/// </summary>
/// <remarks>
/// A response can overtake its request, so the transport may still be sending when the call is over. Whoever uses the memory holds it,
/// the call first, and the last one to let go gives it back: memory that is being sent is never lent to somebody else.
/// </remarks>
internal sealed class PooledContent : HttpContent
{
    private readonly PooledBuffer _buffer;
    private int _holders = 1;

    public PooledContent(PooledBuffer buffer)
    {
        _buffer = buffer;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Lets the memory go. To be called once.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
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
        Hold();
        try
        {
            stream.Write(_buffer.Span);
        }
        finally
        {
            Release();
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            await stream.WriteAsync(_buffer.Memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    private void Hold()
    {
        int holders;
        do
        {
            holders = Volatile.Read(ref _holders);
            if (holders == 0)
            {
                throw new IOException("The call is over; its body can no longer be sent.");
            }
        }
        while (Interlocked.CompareExchange(ref _holders, holders + 1, holders) != holders);
    }
}
