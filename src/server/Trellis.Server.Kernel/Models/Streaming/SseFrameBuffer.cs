using System.Buffers;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Collects the bytes of an event stream and hands them out again in frames: everything up to and including the blank line that ends an
/// event. The frames, put together, are the stream, however its bytes arrived. Lines end with LF, CRLF or CR.
/// </summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing an event stream</seealso>
internal sealed class SseFrameBuffer : IDisposable
{
    private const int SmallestRead = 4096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(2 * SmallestRead);
    private int _start;
    private int _line;
    private int _scanned;
    private int _end;

    /// <summary>Where the bytes lie that are not part of a frame yet.</summary>
    public Range Rest => _start.._end;

    /// <summary>The bytes of a frame, or of several that follow each other. Valid until <see cref="Reserve"/> is called.</summary>
    public ReadOnlyMemory<byte> Slice(Range range) => _bytes.AsMemory(range);

    /// <summary>Room for the next bytes. Ranges handed out before become invalid.</summary>
    public Memory<byte> Reserve()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _line -= _start;
            _scanned -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_bytes.Length - _end < SmallestRead)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
            _bytes.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsMemory(_end);
    }

    /// <summary>Takes note of <paramref name="count"/> bytes written into the room.</summary>
    public void Commit(int count) => _end += count;

    /// <summary>The next whole frame.</summary>
    /// <param name="isLast">
    /// True when no more bytes will come. Until then a CR that is the last byte so far ends nothing: an LF that belongs to it may follow.
    /// </param>
    /// <param name="frame">Where it lies. Valid until <see cref="Reserve"/> is called.</param>
    public bool TryTake(bool isLast, out Range frame)
    {
        while (true)
        {
            var found = _bytes.AsSpan(_scanned, _end - _scanned).IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0)
            {
                _scanned = _end;
                frame = default;
                return false;
            }

            var lineEnd = _scanned + found;
            var next = lineEnd + 1;
            if (_bytes[lineEnd] == '\r')
            {
                if (next == _end && !isLast)
                {
                    _scanned = lineEnd;
                    frame = default;
                    return false;
                }

                next += next < _end && _bytes[next] == '\n' ? 1 : 0;
            }

            var isBlank = lineEnd == _line;
            _line = _scanned = next;
            if (isBlank)
            {
                frame = _start..next;
                _start = next;
                return true;
            }
        }
    }

    /// <summary>Gives the memory back. Ranges handed out become invalid.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _start = _line = _scanned = _end = 0;
        }
    }
}
