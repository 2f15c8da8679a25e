namespace Trellis.Server.Kernel.Faults;

/// <summary>Passes the first bytes of a response body and, once there would be more, tells so and swallows them.</summary>
internal sealed class CutStream(Stream inner, long limit, Action onCut) : Stream
{
    private long _left = limit;

    /// <summary>Whether the body was longer than the limit.</summary>
    public bool IsCut { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var passed = buffer[..(int)Math.Min(buffer.Length, _left)];
        _left -= passed.Length;
        if (passed.Length > 0)
        {
            await inner.WriteAsync(passed, cancellationToken);
        }

        if (passed.Length < buffer.Length && !IsCut)
        {
            IsCut = true;
            await inner.FlushAsync(cancellationToken);
            onCut();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The response is written asynchronously only, as the web server demands.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
