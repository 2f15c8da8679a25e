namespace Trellis.Ascend;

/// <summary>
/// Remembers what has been delivered, for as long as it could be taken again, and no more than a bounded number: when there is no room
/// the oldest is forgotten. Safe for concurrent use.
/// </summary>
public sealed class WebhookReplayGuard
{
    private readonly object _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, long Seen)> _order = new();
    private readonly int _capacity;
    private readonly TimeSpan _memory;
    private readonly TimeProvider _time;

    /// <summary>Makes an empty memory.</summary>
    /// <param name="capacity">How many entries at the most; a delivery takes two, for its id and for its signature.</param>
    /// <param name="memory">For how long; <see langword="null"/> for twice the usual tolerance, after which a timestamp is stale in any case.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    public WebhookReplayGuard(int capacity = 20_000, TimeSpan? memory = null, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _capacity = capacity;
        _memory = memory ?? (2 * AscendDefaults.WebhookTolerance);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_memory, TimeSpan.Zero, nameof(memory));
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _order.Count;
            }
        }
    }

    /// <summary>Remembers a delivery unless one of its marks is known already; then nothing is remembered.</summary>
    /// <param name="deliveryId">The delivery's id, which is not signed; <see langword="null"/> for none.</param>
    /// <param name="signature">The signature, which nobody can change.</param>
    /// <returns>Whether it is new.</returns>
    internal bool TryRemember(string? deliveryId, string signature)
    {
        lock (_gate)
        {
            ForgetOld();
            var id = string.IsNullOrEmpty(deliveryId) ? null : $"id:{deliveryId}";
            var mark = $"signature:{signature}";
            if (_known.Contains(mark) || (id is not null && _known.Contains(id)))
            {
                return false;
            }

            Remember(mark);
            if (id is not null)
            {
                Remember(id);
            }

            return true;
        }
    }

    private void Remember(string entry)
    {
        while (_order.Count >= _capacity)
        {
            _known.Remove(_order.Dequeue().Id);
        }

        _known.Add(entry);
        _order.Enqueue((entry, _time.GetTimestamp()));
    }

    private void ForgetOld()
    {
        while (_order.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.Seen) >= _memory)
        {
            _known.Remove(_order.Dequeue().Id);
        }
    }
}
