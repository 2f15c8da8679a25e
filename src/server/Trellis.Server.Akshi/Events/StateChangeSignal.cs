using Trellis.Server.Kernel.Signals;

namespace Trellis.Server.Akshi.Events;

/// <summary>
/// Where the parts of the runtime say that a count of the snapshot is another; many changes at once become one event. Safe for concurrent
/// use.
/// </summary>
internal sealed class StateChangeSignal(TimeProvider time)
{
    private readonly WakeSignal _signal = new(time);
    private long _findingsNext;
    private long _approvalChanges;

    /// <summary>The number below which there are findings, as far as anybody said; 0 when nobody did.</summary>
    public long FindingsNext => Volatile.Read(ref _findingsNext);

    /// <summary>How often the approvals that wait have changed.</summary>
    public long ApprovalChanges => Interlocked.Read(ref _approvalChanges);

    /// <summary>There are findings below this number.</summary>
    public void FindingsReach(long nextSeq)
    {
        // Posts that end side by side may come here in any order; the number only rises.
        for (var known = FindingsNext; known < nextSeq;)
        {
            var before = Interlocked.CompareExchange(ref _findingsNext, nextSeq, known);
            if (before == known)
            {
                _signal.Wake();
                return;
            }

            known = before;
        }
    }

    /// <summary>A question was asked, or answered.</summary>
    public void ApprovalsChanged()
    {
        Interlocked.Increment(ref _approvalChanges);
        _signal.Wake();
    }

    /// <summary>Waits until something changes.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);
}
