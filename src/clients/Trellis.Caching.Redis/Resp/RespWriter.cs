using System.Buffers;
using System.Buffers.Text;
using Trellis.Caching.Redis.Io;

namespace Trellis.Caching.Redis.Resp;

/// <summary>
/// Writes commands: arrays of bulk strings. Short arguments are gathered into one write, long ones go to the stream from where
/// they are. Not thread safe.
/// </summary>
internal sealed class RespWriter(Stream stream)
{
    // A header is a type, a number of at most 20 characters and CR LF.
    private const int HeaderLength = 23;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _count;

    /// <summary>Writes one command; some of it may wait for <see cref="FlushAsync"/>.</summary>
    public async ValueTask WriteAsync(ReadOnlySequence<byte>[] arguments, IoMode mode, Deadline deadline)
    {
        await WriteHeaderAsync((byte)'*', arguments.Length, mode, deadline).ConfigureAwait(false);
        foreach (var argument in arguments)
        {
            await WriteHeaderAsync((byte)'$', argument.Length, mode, deadline).ConfigureAwait(false);
            foreach (var segment in argument)
                await WriteBytesAsync(segment, mode, deadline).ConfigureAwait(false);

            await MakeRoomAsync(2, mode, deadline).ConfigureAwait(false);
            AppendLineEnd();
        }
    }

    public async ValueTask FlushAsync(IoMode mode, Deadline deadline)
    {
        if (_count == 0)
            return;

        await mode.WriteAsync(stream, _buffer.AsMemory(0, _count), deadline).ConfigureAwait(false);
        _count = 0;
    }

    private async ValueTask WriteHeaderAsync(byte type, long number, IoMode mode, Deadline deadline)
    {
        await MakeRoomAsync(HeaderLength, mode, deadline).ConfigureAwait(false);
        _buffer[_count++] = type;
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_count), out var written);
        _count += written;
        AppendLineEnd();
    }

    private async ValueTask WriteBytesAsync(ReadOnlyMemory<byte> bytes, IoMode mode, Deadline deadline)
    {
        await MakeRoomAsync(bytes.Length, mode, deadline).ConfigureAwait(false);
        if (bytes.Length > _buffer.Length)
        {
            await mode.WriteAsync(stream, bytes, deadline).ConfigureAwait(false);
            return;
        }

        bytes.Span.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    private ValueTask MakeRoomAsync(int length, IoMode mode, Deadline deadline) =>
        length > _buffer.Length - _count ? FlushAsync(mode, deadline) : ValueTask.CompletedTask;

    private void AppendLineEnd()
    {
        _buffer[_count++] = (byte)'\r';
        _buffer[_count++] = (byte)'\n';
    }
}
