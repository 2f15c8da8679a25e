using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>Measures and hashes what is read through it, and ends in an exception where there is too much. Does not dispose what it reads.</summary>
internal sealed class MeasuredStream(Stream inner, long limit) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Measured { get; private set; }

    public string TakeSha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Measure(buffer.Span, read);
    }

    public override int Read(Span<byte> buffer) => Measure(buffer, inner.Read(buffer));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private int Measure(ReadOnlySpan<byte> buffer, int read)
    {
        if (read > limit - Measured)
            throw new BlobTooLargeException(limit);

        Measured += read;
        _hash.AppendData(buffer[..read]);
        return read;
    }
}
