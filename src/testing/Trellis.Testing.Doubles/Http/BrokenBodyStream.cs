namespace Trellis.Testing;

/// <summary>Delivers the beginning of a body, then fails or hangs as a broken connection does.</summary>
internal sealed class BrokenBodyStream(ReadOnlyMemory<byte> delivered, BodyEnd end) : Stream
{
    private readonly CancellationTokenSource _closed = new();
    private ReadOnlyMemory<byte> _rest = delivered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !_rest.IsEmpty) return Deliver(buffer);
        if (end == BodyEnd.Stall) _closed.Token.WaitHandle.WaitOne();
        throw Ended();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (buffer.IsEmpty || !_rest.IsEmpty) return Deliver(buffer.Span);
        if (end == BodyEnd.Stall) await HangAsync(cancellationToken).ConfigureAwait(false);
        throw Ended();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // A sync reader has no token; closing the stream from another thread is how it is set free, as with a socket.
    protected override void Dispose(bool disposing)
    {
        if (disposing) _closed.Cancel();
        base.Dispose(disposing);
    }

    private static HttpIOException Ended() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    private async Task HangAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Ended();
        }
    }

    private int Deliver(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }
}
