using System.Buffers;
using System.Runtime.CompilerServices;

namespace Trellis;

/// <summary>
/// Reads server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream) from pieces of any
/// size. Lines end with LF, CR or both. An event that the end of the stream cuts short is given too: whether the stream is whole is told
/// by what the protocol ends it with.
/// </summary>
internal static class SseReader
{
    private const int PieceSize = 8 * 1024;

    /// <summary>The events, as they arrive.</summary>
    /// <param name="read">Reads some bytes; 0 at the end.</param>
    /// <param name="limit">The longest line and the longest data, in bytes or characters; a longer one is an <see cref="InvalidDataException"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SseEvent> ReadAsync(
        Func<Memory<byte>, CancellationToken, ValueTask<int>> read, int limit, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var parser = new SseParser(limit);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            while (true)
            {
                var count = await read(piece, cancellationToken).ConfigureAwait(false);
                parser.Feed(piece.AsSpan(0, count), isEnd: count == 0);
                while (parser.TryTake(out var next))
                {
                    // Events that wait already need no read, so a cancelled reader would otherwise be given them all.
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return next;
                }

                if (count == 0)
                {
                    yield break;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
