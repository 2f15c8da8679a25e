using System.Buffers;

namespace Trellis;

/// <summary>
/// A caller's stream as something to send, possibly more than once: each sending begins where the stream stood at first. One sending at a
/// time has the stream; a later one waits until the earlier has let go. The stream stays open.
/// </summary>
/// <remarks>
/// A response can overtake its request, so the transport may still be reading while the next attempt begins, or after the call is over.
/// <see cref="EndAsync"/> makes sure that nobody reads the stream when the caller has it back.
/// </remarks>
internal sealed class UploadSource : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly long _start;
    private readonly IProgress<TransferProgress>? _progress;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenSource _sending = new();
    private bool _wasRead;

    /// <summary>Wraps <paramref name="stream"/>, from where it stands to its end.</summary>
    /// <param name="stream">What to send.</param>
    /// <param name="progress">Told after each piece; <see langword="null"/> for nobody.</param>
    public UploadSource(Stream stream, IProgress<TransferProgress>? progress)
    {
        (_stream, _progress) = (stream, progress);
        CanRepeat = stream.CanSeek;
        _start = CanRepeat ? stream.Position : 0;
        Length = CanRepeat ? Math.Max(0, stream.Length - _start) : null;
    }

    /// <summary>Whether it can be sent more than once.</summary>
    public bool CanRepeat { get; }

    /// <summary>How many bytes there are; <see langword="null"/> when the stream does not know.</summary>
    public long? Length { get; }

    /// <summary>Sends it.</summary>
    /// <exception cref="IOException">It was sent before and cannot be repeated, or is longer or shorter than it was at first.</exception>
    public async ValueTask CopyToAsync(Stream destination, Transfer transfer, CancellationToken cancellationToken)
    {
        var mine = new CancellationTokenSource();
        Interlocked.Exchange(ref _sending, mine).Cancel();
        await transfer.WaitAsync(_turn, cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, mine.Token);
            Rewind();
            await CopyAsync(destination, buffer, transfer, either.Token).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            _turn.Release();
        }
    }

    /// <summary>Ends a sending that is still under way, and returns when nobody reads the stream any more.</summary>
    public ValueTask EndAsync(Transfer transfer)
    {
        _sending.Cancel();
        return transfer.WaitAsync(_turn, CancellationToken.None);
    }

    public void Dispose()
    {
        _sending.Dispose();
        _turn.Dispose();
    }

    private void Rewind()
    {
        if (_wasRead && !CanRepeat)
        {
            throw new IOException("The stream was sent once and cannot be read again.");
        }

        _wasRead = true;
        if (CanRepeat)
        {
            _stream.Position = _start;
        }
    }

    private async ValueTask CopyAsync(Stream destination, byte[] buffer, Transfer transfer, CancellationToken cancellationToken)
    {
        var sent = 0L;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await transfer.ReadUnguardedAsync(_stream, buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            await transfer.WriteAsync(destination, buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            sent += read;
            _progress?.Report(new(sent, Length));
        }

        if (Length is { } promised && sent != promised)
        {
            throw new IOException($"The stream had {promised} bytes when the call began, and has {sent} now.");
        }
    }
}
