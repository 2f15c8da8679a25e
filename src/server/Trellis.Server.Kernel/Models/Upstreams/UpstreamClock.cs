namespace Trellis.Server.Kernel.Models;

/// <summary>
/// The time limits of one call: one for the whole of it, and one for whatever is being waited for now. The second stands still while
/// the server is busy passing bytes on, so a slow caller is not taken for a silent upstream.
/// </summary>
internal sealed class UpstreamClock : IDisposable
{
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _wait;
    private readonly CancellationTokenSource _either;
    private UpstreamPhase _phase;

    public UpstreamClock(UpstreamLimits limits, TimeProvider time, CancellationToken cancellationToken)
    {
        Limits = limits;
        _total = new CancellationTokenSource(limits.Total, time);

        // Created with a finite delay: only then does the source keep a timer of this provider, which CancelAfter moves.
        _wait = new CancellationTokenSource(limits.Total, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _total.Token, _wait.Token);
        Pause();
    }

    /// <summary>The limits it keeps.</summary>
    public UpstreamLimits Limits { get; }

    /// <summary>Cancelled when a limit is over or the caller gives up.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>The limit that is over; null while none is.</summary>
    public UpstreamPhase? Expired => _wait.IsCancellationRequested ? _phase : _total.IsCancellationRequested ? UpstreamPhase.Total : null;

    /// <summary>Starts the limit of <paramref name="phase"/>.</summary>
    public void Start(UpstreamPhase phase)
    {
        _phase = phase;
        _wait.CancelAfter(phase is UpstreamPhase.FirstByte ? Limits.FirstByte : phase is UpstreamPhase.Idle ? Limits.Idle : Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops the limit that was started; the total goes on.</summary>
    public void Pause() => _wait.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _wait.Dispose();
        _total.Dispose();
    }
}
