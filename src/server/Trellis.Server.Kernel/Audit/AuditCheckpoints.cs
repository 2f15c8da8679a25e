using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Writes signed checkpoints. Appending goes on meanwhile: the heads are read, signed and stored without a lock on any chain. Safe for
/// concurrent use.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="keys">The keys that sign.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of each checkpoint.</param>
public sealed class AuditCheckpoints(IStore store, SigningKeys keys, TimeProvider time, ILogger<AuditCheckpoints> logger)
{
    /// <summary>Signs the head of every chain that has grown since its last checkpoint.</summary>
    /// <returns>The number of checkpoints written.</returns>
    public Task<int> WriteAsync(CancellationToken cancellationToken = default) => WriteAsync(1, cancellationToken);

    /// <summary>Signs the head of every chain that has grown by at least <paramref name="records"/> since its last checkpoint.</summary>
    internal async Task<int> WriteAsync(long records, CancellationToken cancellationToken)
    {
        var due = await store.ReadAsync(session => AuditCheckpointTable.FindDueAsync(session, records), cancellationToken);
        if (due.Count == 0)
            return 0;

        var key = await keys.GetCurrentAsync(cancellationToken);
        var checkpoints = due.Select(chain => Sign(key, chain.OrganisationId, chain.Head)).ToArray();
        var written = await store.WriteAsync(session => InsertAsync(session, checkpoints), cancellationToken);
        foreach (var checkpoint in written)
            AuditCheckpointLog.Written(logger, checkpoint.OrganisationId, checkpoint.SequenceNumber, checkpoint.ChainHash, checkpoint.KeyId);
        return written.Count;
    }

    // Another server on the same store may have signed the same record in the meantime; one checkpoint is enough.
    private static async ValueTask<List<AuditCheckpoint>> InsertAsync(ISqlSession session, AuditCheckpoint[] checkpoints)
    {
        var written = new List<AuditCheckpoint>(checkpoints.Length);
        foreach (var checkpoint in checkpoints)
        {
            if (await AuditCheckpointTable.InsertAsync(session, checkpoint) == 1)
                written.Add(checkpoint);
        }

        return written;
    }

    private AuditCheckpoint Sign(SigningKey key, long organisationId, AuditHead head)
    {
        var now = UnixTime.ToMicroseconds(time.GetUtcNow());
        var text = AuditCheckpoint.SignedText(organisationId, head.SequenceNumber, head.ChainHash, now, key.KeyId);
        return new AuditCheckpoint(organisationId, head.SequenceNumber, head.ChainHash, now, key.KeyId, key.Sign(text));
    }
}
