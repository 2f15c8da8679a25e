namespace Trellis.Caching.Redis.Tests.Resp;

/// <summary>Delivers bytes in pieces that end where a test says, as a network may.</summary>
internal sealed class ChunkedStream(byte[] bytes, params int[] cuts) : MemoryStream(bytes)
{
    // The stream reads a span through this method too, since a derived class may have replaced it.
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, UpToNextCut()));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span);
    }

    private int UpToNextCut()
    {
        var next = cuts.Where(cut => cut > Position).Append((int)Length).Min();
        return next - (int)Position;
    }
}
