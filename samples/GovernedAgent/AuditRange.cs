using Trellis.Ascend;

namespace Trellis.Samples.GovernedAgent;

/// <summary>The part of the audit log that a run has written, and whether the log is intact.</summary>
internal sealed class AuditRange(AscendClient ascend)
{
    private long _before;

    /// <summary>Remembers where the run begins.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) => _before = await NewestAsync(cancellationToken);

    /// <returns>Whether every record is as it was written.</returns>
    public async Task<bool> VerifyAsync(CancellationToken cancellationToken)
    {
        var last = await NewestAsync(cancellationToken);
        var check = await ascend.Audit.VerifyIntegrityAsync(cancellationToken);
        Console.WriteLine($"   Records {_before + 1} to {last} are of this run. The chain of {check.TotalRecords} records is {check.Status}.");
        return check.IsValid && check.TotalRecords >= last;
    }

    private async Task<long> NewestAsync(CancellationToken cancellationToken) =>
        (await ascend.Audit.QueryAsync(limit: 1, cancellationToken: cancellationToken)).Events is [{ SequenceNumber: { } number }, ..] ? number : 0;
}
