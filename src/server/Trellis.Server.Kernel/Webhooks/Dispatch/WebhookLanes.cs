namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// How many deliveries run side by side, in all and to one subscription, so that slow receivers hold up themselves and not the others.
/// Safe for concurrent use.
/// </summary>
internal sealed class WebhookLanes
{
    public const int PerSubscription = 4;
    public const int Total = MostFull * PerSubscription;

    /// <summary>So many subscriptions at most have no free lane at the same time.</summary>
    public const int MostFull = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _running = [];
    private int _total;

    public int Free
    {
        get
        {
            lock (_gate) return Total - _total;
        }
    }

    /// <summary>The subscriptions without a free lane.</summary>
    public IReadOnlyList<string> Full
    {
        get
        {
            lock (_gate) return [.. _running.Where(static lane => lane.Value >= PerSubscription).Select(static lane => lane.Key)];
        }
    }

    public int FreeFor(string subscriptionId)
    {
        lock (_gate) return PerSubscription - _running.GetValueOrDefault(subscriptionId);
    }

    public void Enter(string subscriptionId)
    {
        lock (_gate)
        {
            _running[subscriptionId] = _running.GetValueOrDefault(subscriptionId) + 1;
            _total++;
        }
    }

    public void Leave(string subscriptionId)
    {
        lock (_gate)
        {
            _total--;
            if (--_running[subscriptionId] == 0)
                _running.Remove(subscriptionId);
        }
    }
}
