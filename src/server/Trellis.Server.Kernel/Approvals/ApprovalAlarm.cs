using System.Threading.Channels;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>
/// Wakes the clock when the next approval is due. It rings at the latest after <see cref="LongestSleep"/>, to look for what another server
/// has opened and not lived to see. Safe for concurrent use.
/// </summary>
internal sealed class ApprovalAlarm : IDisposable
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTimeOffset _target = DateTimeOffset.MaxValue;

    public ApprovalAlarm(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(static alarm => ((ApprovalAlarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long it never rings at most.</summary>
    public static TimeSpan LongestSleep { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Makes it ring at a time, unless it will ring earlier.</summary>
    public void RingBy(DateTimeOffset due)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var target = due < now + LongestSleep ? due : now + LongestSleep;
            if (target >= _target)
                return;

            // Timers count whole milliseconds; one that rings too early would ring in vain.
            _target = target;
            var wait = Math.Max(0, Math.Ceiling((target - now).TotalMilliseconds));
            _timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits until it rings, or has rung since it was last waited for.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        lock (_gate)
            _target = DateTimeOffset.MaxValue;
        _rings.Writer.TryWrite(true);
    }
}
