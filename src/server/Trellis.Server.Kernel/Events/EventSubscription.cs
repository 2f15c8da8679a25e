using System.Threading.Channels;

namespace Trellis.Server.Kernel.Events;

/// <summary>A reader of an <see cref="EventStream"/>. One task reads; disposing is safe at any time and more than once.</summary>
public sealed class EventSubscription : IDisposable
{
    private readonly EventStream _stream;
    private readonly string? _topic;
    private readonly CancellationTokenSource _cut = new();
    private readonly Channel<ReadOnlyMemory<byte>> _queue =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(EventStream.QueueLimit) { SingleReader = true });

    internal EventSubscription(EventStream stream, string? topic, long position, IReadOnlyList<EventFrame> missed)
    {
        (_stream, _topic) = (stream, topic);
        Position = position;
        Missed = missed;
    }

    /// <summary>The number of the event after which the reader goes on.</summary>
    public long Position { get; }

    /// <summary>Cancelled when the reader lags too far behind.</summary>
    public CancellationToken Cut => _cut.Token;

    internal IReadOnlyList<EventFrame> Missed { get; }

    internal ChannelReader<ReadOnlyMemory<byte>> Queue => _queue.Reader;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Remove(this);
        _queue.Writer.TryComplete();
        _cut.Dispose();
    }

    /// <summary>Offers an event. Under the stream's lock, which disposing takes too.</summary>
    internal void Offer(EventFrame frame)
    {
        if (_topic is not null && frame.Topic != _topic)
            return;

        // Completed before: it was cut already.
        if (!_queue.Writer.TryWrite(frame.Bytes) && _queue.Writer.TryComplete())
            _ = _cut.CancelAsync();
    }

    /// <summary>Offers what is not worth cutting anybody off for.</summary>
    internal void OfferKeepAlive(ReadOnlyMemory<byte> bytes) => _queue.Writer.TryWrite(bytes);
}
