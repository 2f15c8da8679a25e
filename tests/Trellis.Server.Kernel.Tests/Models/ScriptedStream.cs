namespace Trellis.Server.Kernel.Tests.Models;

/// <summary>A body that arrives in given pieces, and then ends or breaks.</summary>
internal sealed class ScriptedStream(IEnumerable<byte[]> pieces, bool breaks = false) : Stream
{
    private readonly Queue<byte> _current = new();
    private readonly Queue<byte[]> _pieces = new(pieces);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_current.Count == 0 && _pieces.TryDequeue(out var piece))
        {
            foreach (var value in piece)
            {
                _current.Enqueue(value);
            }
        }

        if (_current.Count == 0 && breaks)
        {
            throw new IOException("The connection broke.");
        }

        var count = Math.Min(buffer.Length, _current.Count);
        for (var at = 0; at < count; at++)
        {
            buffer.Span[at] = _current.Dequeue();
        }

        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
