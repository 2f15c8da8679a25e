namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>
/// How many calls run side by side, in all and to one consumer, so that slow consumers hold up themselves and not the others. Safe for
/// concurrent use.
/// </summary>
internal sealed class ConsumerLanes
{
    public const int PerConsumer = 4;
    public const int Total = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _running = [];
    private int _total;

    /// <summary>How many calls to a consumer may begin now.</summary>
    public int FreeFor(string consumerId)
    {
        lock (_gate)
            return Math.Min(Total - _total, PerConsumer - _running.GetValueOrDefault(consumerId));
    }

    public void Enter(string consumerId)
    {
        lock (_gate)
        {
            _running[consumerId] = _running.GetValueOrDefault(consumerId) + 1;
            _total++;
        }
    }

    public void Leave(string consumerId)
    {
        lock (_gate)
        {
            _total--;
            if (--_running[consumerId] == 0)
                _running.Remove(consumerId);
        }
    }
}
