namespace Trellis.Aerostack.Tests.Storage;

/// <summary>A file of any size that takes no memory: each byte is its place, modulo 251. It can seek and counts how often it was read from its start.</summary>
internal sealed class GeneratedStream(long length) : Stream
{
    public int Beginnings { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public static byte At(long position) => (byte)(position % 251);

    public override int Read(byte[] buffer, int offset, int count)
    {
        Beginnings += Position == 0 ? 1 : 0;
        var read = (int)Math.Min(count, length - Position);
        for (var index = 0; index < read; index++)
        {
            buffer[offset + index] = At(Position + index);
        }

        Position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
