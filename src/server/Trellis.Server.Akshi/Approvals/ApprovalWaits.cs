using System.Collections.Concurrent;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>The agents of this server that wait for answers. Safe for concurrent use.</summary>
internal sealed class ApprovalWaits : IDisposable
{
    private readonly ConcurrentDictionary<string, ApprovalWait> _waits = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled when nobody will be answered any more.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>How many wait.</summary>
    public int Count => _waits.Count;

    /// <summary>Begins to wait for the answer to an approval, before it is opened.</summary>
    public ApprovalWait Begin(string id) => _waits.GetOrAdd(id, static _ => new ApprovalWait());

    /// <summary>Passes an answer on, if the agent waits on this server.</summary>
    public void Answer(Approval approval)
    {
        if (_waits.TryGetValue(approval.Id, out var wait))
            wait.SetAnswer(KindOf(approval));
    }

    /// <summary>The agent waits no more.</summary>
    public void End(string id)
    {
        if (_waits.TryRemove(id, out var wait))
            wait.End();
    }

    /// <summary>Sends all agents away, and returns when what they asked is resolved.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_waits.Values.Select(static wait => wait.Ended));
    }

    /// <summary>What an approval that has ended means to the agent.</summary>
    public static ApprovalAnswerKind KindOf(Approval approval) => approval.State switch
    {
        ApprovalState.Approved => ApprovalAnswerKind.Approved,
        ApprovalState.Rejected => ApprovalAnswerKind.Denied,
        _ => ApprovalAnswerKind.TimedOut,
    };

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
