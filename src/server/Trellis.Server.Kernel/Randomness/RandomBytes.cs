using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Randomness;

/// <summary>
/// Random bytes for ids that nobody may guess. They come from the system's generator, many at a time: asking it for each id costs more than
/// all else about one. Safe for concurrent use.
/// </summary>
internal static class RandomBytes
{
    private const int BatchSize = 4096;

    [ThreadStatic]
    private static byte[]? _batch;

    [ThreadStatic]
    private static int _used;

    /// <summary>Fills <paramref name="bytes"/>, of which there are at most 4096.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (_batch is null || _used + bytes.Length > BatchSize)
        {
            _batch ??= new byte[BatchSize];
            RandomNumberGenerator.Fill(_batch);
            _used = 0;
        }

        // What has been given out is not kept.
        var given = _batch.AsSpan(_used, bytes.Length);
        given.CopyTo(bytes);
        given.Clear();
        _used += bytes.Length;
    }
}
