namespace Trellis.Server.Ascend.Approvals;

/// <summary>Tells those who wait for a decision that one was made on this server. Safe for concurrent use.</summary>
internal sealed class SettlementSignal
{
    private TaskCompletionSource _next = Make();

    /// <summary>Done with the next decision. Taken before looking, it misses none.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>A decision was made, and is durable.</summary>
    public void Announce() => Interlocked.Exchange(ref _next, Make()).SetResult();

    private static TaskCompletionSource Make() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
