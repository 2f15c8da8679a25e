namespace Trellis.Server.Kernel.Events;

/// <summary>
/// Events for whoever listens now. Each has a number one higher than the one before; the last <see cref="ReplayLimit"/> are kept for readers
/// that come back. Publishing never waits for a reader: one that lags behind by <see cref="QueueLimit"/> events is cut off. Safe for
/// concurrent use.
/// </summary>
/// <param name="time">
/// Where the numbers begin: at the microseconds of the start, so that a number of an earlier process is never taken for one of this.
/// </param>
public sealed class EventStream(TimeProvider time)
{
    /// <summary>How many events are kept for readers that come back.</summary>
    public const int ReplayLimit = 1000;

    /// <summary>How many events may wait for one reader.</summary>
    public const int QueueLimit = 256;

    private const int MicrosecondsPerMillisecond = 1000;

    private readonly Lock _gate = new();
    private readonly EventFrame?[] _ring = new EventFrame?[ReplayLimit];
    private readonly HashSet<EventSubscription> _readers = [];
    private long _lastId = time.GetUtcNow().ToUnixTimeMilliseconds() * MicrosecondsPerMillisecond;

    /// <summary>How many readers there are.</summary>
    public int ReaderCount
    {
        get
        {
            lock (_gate)
                return _readers.Count;
        }
    }

    /// <summary>Publishes an event to all readers of its topic.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="data">Its data: UTF-8 without a line end.</param>
    /// <param name="topic">Whom it is about, for readers that asked for one topic; null for nobody in particular.</param>
    /// <returns>The event's number.</returns>
    public long Publish(string name, ReadOnlySpan<byte> data, string? topic = null)
    {
        // The number is part of the frame, and numbers must reach the readers in their order: so all of it is done under the lock.
        lock (_gate)
        {
            var id = ++_lastId;
            var frame = new EventFrame(id, topic, EventText.Event(id, name, data));
            _ring[Place(id)] = frame;
            foreach (var reader in _readers)
                reader.Offer(frame);
            return id;
        }
    }

    /// <summary>Begins to listen. Dispose what is returned when the reader is gone.</summary>
    /// <param name="after">
    /// The number of the last event that the reader has seen. What came after it is delivered first, if all of it is still kept; a number
    /// that is too old or of another process is worth nothing. Null for a reader that comes for the first time.
    /// </param>
    /// <param name="topic">Only events about this; null for all.</param>
    public EventSubscription Subscribe(long? after = null, string? topic = null)
    {
        lock (_gate)
        {
            var missed = after is { } seen && IsKept(seen) ? seen : _lastId;
            var subscription = new EventSubscription(this, topic, missed, Kept(missed, topic));
            _readers.Add(subscription);
            return subscription;
        }
    }

    internal void Remove(EventSubscription subscription)
    {
        lock (_gate)
            _readers.Remove(subscription);
    }

    private static int Place(long id) => (int)(id % ReplayLimit);

    // The event after it is kept, or there is none yet.
    private bool IsKept(long seen) =>
        seen == _lastId || (seen < _lastId && _lastId - seen <= ReplayLimit && _ring[Place(seen + 1)]?.Id == seen + 1);

    private List<EventFrame> Kept(long after, string? topic)
    {
        var frames = new List<EventFrame>();
        for (var id = after + 1; id <= _lastId; id++)
        {
            if (_ring[Place(id)] is { } frame && (topic is null || frame.Topic == topic))
                frames.Add(frame);
        }

        return frames;
    }
}
