using System.Runtime.CompilerServices;

namespace Trellis.Server.Kernel.Models;

/// <summary>A stream of an upstream, passed through frame by frame while a meter reads along.</summary>
internal sealed class UpstreamChatStream(UpstreamCall call, Stream body, UsageMeter meter, bool withholdUsage) : ChatStream
{
    private readonly SseFrameBuffer _buffer = new();
    private readonly List<Range> _pieces = [];
    private ReadOnlyMemory<byte> _finalEvent;
    private ChatFailure? _failure;
    private long _length;

    public override TokenUsage Usage => meter.Usage;

    public override ChatFailure? Failure => _failure;

    public override ReadOnlyMemory<byte> FinalEvent => _finalEvent;

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(call.Clock.Token, cancellationToken);
        while (_finalEvent.IsEmpty)
        {
            var isLast = !await ReadMoreAsync(either.Token);

            // Every frame is metered before the first is passed on: a caller who hangs up on it is billed by the report that came with it.
            TakePieces(isLast);
            foreach (var piece in _pieces)
            {
                yield return _buffer.Slice(piece);
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (isLast && _finalEvent.IsEmpty)
            {
                _failure ??= call.Failures.CutShort();
                _finalEvent = _failure.Error.ToServerSentEvent();
            }
        }
    }

    private protected override async ValueTask DisposeCoreAsync()
    {
        await body.DisposeAsync();
        call.Dispose();
        _buffer.Dispose();
    }

    /// <summary>Reads what has come. False when nothing more will: at the end of the stream, or because of a failure.</summary>
    private async ValueTask<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_length > 0)
        {
            call.Clock.Start(UpstreamPhase.Idle);
        }

        try
        {
            var count = await body.ReadAsync(_buffer.Reserve(), cancellationToken);
            _buffer.Commit(count);
            _length += count;
            if (_length > call.Clock.Limits.ResponseBytes)
            {
                _failure = call.Failures.TooLarge(call.Clock.Limits.ResponseBytes);
            }

            return count > 0 && _failure is null;
        }
        catch (Exception exception) when (call.Explain(exception) is { } failure)
        {
            _failure = failure;
            return false;
        }
        finally
        {
            call.Clock.Pause();
        }
    }

    /// <summary>Takes the whole frames out of the buffer: those to pass on become pieces, as few as possible.</summary>
    private void TakePieces(bool isLast)
    {
        _pieces.Clear();
        while (_finalEvent.IsEmpty && _buffer.TryTake(isLast, out var frame))
        {
            Take(frame);
        }

        // The terminator counts without its blank line too; any other event that lacks it is incomplete.
        if (isLast && _finalEvent.IsEmpty && IsTerminator(SseData.Of(_buffer.Slice(_buffer.Rest).Span)))
        {
            Take(_buffer.Rest);
        }
    }

    private void Take(Range frame)
    {
        var bytes = _buffer.Slice(frame);
        var data = SseData.Of(bytes.Span);
        if (IsTerminator(data))
        {
            // A stream that got its terminator is whole, whatever became of the connection after it.
            _finalEvent = bytes.ToArray();
            _failure = null;
        }
        else
        {
            var isReport = meter.Observe(data);
            if (!isReport || !withholdUsage)
            {
                Pass(frame);
            }
        }
    }

    private void Pass(Range frame)
    {
        if (_pieces is [.., var last] && last.End.Equals(frame.Start))
        {
            _pieces[^1] = last.Start..frame.End;
        }
        else
        {
            _pieces.Add(frame);
        }
    }

    private static bool IsTerminator(ReadOnlySpan<byte> data) => data.SequenceEqual("[DONE]"u8);
}
