using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Audit;

/// <summary>Where a chain ends according to each of its witnesses, read at one moment.</summary>
internal sealed record AuditChainEnds(AuditHead? Head, long LastRecord, long LastCheckpoint, IReadOnlyList<RegisteredKey> Keys)
{
    /// <summary>How many records there should be: what the head says, and without a head what there is.</summary>
    public long Total => Head?.SequenceNumber ?? LastRecord;
}
