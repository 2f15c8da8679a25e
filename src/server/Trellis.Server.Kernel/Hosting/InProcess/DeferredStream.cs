namespace Trellis.Server.Kernel.Hosting;

/// <summary>Passes what is written on to a stream that is not known before the first byte. That stream is left open.</summary>
internal sealed class DeferredStream(Func<Stream> open) : Stream
{
    private Stream? _target;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the stream that is written to is known.</summary>
    public bool IsOpen => _target is not null;

    /// <summary>The stream that is written to.</summary>
    public Stream Open() => _target ??= open();

    public override void Flush() => _target?.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _target?.FlushAsync(cancellationToken) ?? Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Open().Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Open().WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Open().WriteAsync(buffer, offset, count, cancellationToken);
}
