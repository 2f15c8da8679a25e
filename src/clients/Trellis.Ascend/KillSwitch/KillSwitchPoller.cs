using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>
/// Reads the organisation's kill switch again and again. When it cannot be read three times in a row, the client blocks itself until it
/// can: a switch that nobody can see must not count as off. Contract section 6.8. Safe for concurrent use.
/// </summary>
internal sealed class KillSwitchPoller(
    ApiConnection connection, ApiOperation<KillSwitchStatus> operation, TimeProvider time, KillSwitchGate gate, ILogger logger) : IDisposable
{
    private const int ToleratedMisses = 3;

    private readonly object _gate = new();
    private PeriodicWork? _work;
    private int _misses;

    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _work is not null;
            }
        }
    }

    /// <summary>Reads the switch once and then, unless that is done already, every <paramref name="interval"/>.</summary>
    public async ValueTask StartAsync(TimeSpan interval, Transfer transfer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        await PollAsync(transfer, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            _work ??= new PeriodicWork(time, interval, interval, token => PollAsync(Transfer.Async, token).AsTask());
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _work?.Dispose();
            _work = null;
        }
    }

    private async ValueTask PollAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            var status = await connection.SendAsync(Requests.Read(operation), transfer, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _misses, 0);
            gate.SetOrganization(status.Active ? status.Reason ?? "No reason was given." : null);
        }
        catch (AscendException exception)
        {
            Missed(exception);
        }
    }

    private void Missed(AscendException exception)
    {
        var misses = Interlocked.Increment(ref _misses);
        AscendLog.KillSwitchNotRead(logger, misses, AscendLog.Describe(exception));
        if (misses >= ToleratedMisses)
        {
            gate.SetOrganization(
                $"The kill switch is unreachable: it could not be read {misses} times in a row, so the client blocks itself. {exception.Message}");
        }
    }
}
