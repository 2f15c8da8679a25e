using Trellis.Caching.Redis.Io;

namespace Trellis.Caching.Redis.Resp;

/// <summary>The two units RESP is made of, read from a stream: lines that end in CRLF, and runs of bytes of a known length.</summary>
internal sealed class RespLineReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[RespLimits.MaxLine + 2];
    private int _start;
    private int _end;

    /// <summary>Whether bytes have arrived that nobody has read.</summary>
    public bool HasUnreadBytes => _start < _end;

    /// <summary>The next line without its end. It points into the buffer: valid until the next read.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadLineAsync(IoMode mode, Deadline deadline)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return TakeLine(searched + found);

            searched = _end - _start;
            if (searched == _buffer.Length)
                throw new RespProtocolException($"The reply holds a line of more than {RespLimits.MaxLine} bytes.");

            await FillAsync(mode, deadline).ConfigureAwait(false);
        }
    }

    /// <summary>Fills <paramref name="target"/>, past our buffer where it can, and reads the CRLF behind.</summary>
    public async ValueTask ReadBodyAsync(Memory<byte> target, IoMode mode, Deadline deadline)
    {
        var buffered = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, buffered).CopyTo(target.Span);
        _start += buffered;
        target = target[buffered..];

        while (!target.IsEmpty)
            target = target[await ReadSomeAsync(target, mode, deadline).ConfigureAwait(false)..];

        var end = await ReadLineAsync(mode, deadline).ConfigureAwait(false);
        if (!end.IsEmpty)
            throw new RespProtocolException("The reply holds a string that is longer than its length says.");
    }

    private ReadOnlyMemory<byte> TakeLine(int lineFeed)
    {
        if (lineFeed == 0 || _buffer[_start + lineFeed - 1] != '\r')
            throw new RespProtocolException("The reply holds a line that does not end in CR LF.");

        var line = _buffer.AsMemory(_start, lineFeed - 1);
        _start += lineFeed + 1;
        return line;
    }

    private async ValueTask FillAsync(IoMode mode, Deadline deadline)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        _end += await ReadSomeAsync(_buffer.AsMemory(_end), mode, deadline).ConfigureAwait(false);
    }

    private async ValueTask<int> ReadSomeAsync(Memory<byte> target, IoMode mode, Deadline deadline)
    {
        var count = await mode.ReadAsync(stream, target, deadline).ConfigureAwait(false);
        return count > 0 ? count : throw new EndOfStreamException("The server closed the connection.");
    }
}
