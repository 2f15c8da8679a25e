using System.Threading.Channels;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Wakes the writer of checkpoints when enough records were appended. A hint only: the records may not be committed yet, or never be.
/// Safe for concurrent use.
/// </summary>
internal sealed class AuditCheckpointSignal(AuditOptions options)
{
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _records;

    public void CountRecord()
    {
        if (Interlocked.Increment(ref _records) % options.CheckpointInterval == 0)
            _wakeUps.Writer.TryWrite(true);
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _wakeUps.Reader.ReadAsync(cancellationToken);
}
