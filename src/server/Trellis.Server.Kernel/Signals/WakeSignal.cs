using System.Threading.Channels;

namespace Trellis.Server.Kernel.Signals;

/// <summary>Wakes whoever waits for work on this server. Any number of calls before it looks are one. Safe for concurrent use.</summary>
/// <param name="time">The clock.</param>
public class WakeSignal(TimeProvider time)
{
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes.</summary>
    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Waits until somebody wakes, or for as long as <paramref name="longest"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _wakeUps.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time to look without having been asked.
        }
    }
}
