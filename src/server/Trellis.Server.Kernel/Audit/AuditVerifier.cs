using System.Runtime.CompilerServices;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Walks chains from the first record to the head and names the first record that is not what it was. Reads the store alone, in pages, so
/// memory stays bounded and appending may go on. Safe for concurrent use.
/// </summary>
/// <param name="store">The store to read.</param>
public sealed class AuditVerifier(IStore store)
{
    private const int PageSize = 500;

    /// <summary>Verifies the chains of all organisations, one after the other.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async IAsyncEnumerable<AuditVerification> VerifyAllAsync(
        IProgress<AuditVerificationProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var organisationId in await store.ReadAsync(AuditTable.OrganisationsAsync, cancellationToken))
            yield return await VerifyAsync(organisationId, progress, cancellationToken);
    }

    /// <summary>Verifies the chain of one organisation. Records appended meanwhile are left for the next time.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<AuditVerification> VerifyAsync(
        long organisationId, IProgress<AuditVerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var ends = await store.ReadAsync(session => ReadEndsAsync(session, organisationId), cancellationToken);
        using var keys = new CheckpointKeys(ends.Keys);
        var walk = new AuditWalk(organisationId, keys);
        var total = ends.Head?.SequenceNumber ?? ends.LastRecord;

        while (walk.Fault == AuditFault.None && walk.Verified < total)
        {
            var page = await store.ReadAsync(session => ReadPageAsync(session, organisationId, walk.Verified, total), cancellationToken);
            if (page.Records.Count == 0)
                break;
            walk.Add(page.Records, page.Checkpoints);
            progress?.Report(new AuditVerificationProgress(organisationId, walk.Verified, total));
        }

        walk.Finish(ends);
        return walk.Outcome;
    }

    private static async ValueTask<AuditChainEnds> ReadEndsAsync(ISqlSession session, long organisationId) => new(
        await AuditTable.FindHeadAsync(session, organisationId),
        await AuditTable.LastNumberAsync(session, organisationId),
        await AuditCheckpointTable.LastNumberAsync(session, organisationId),
        await SigningKeyTable.ListAsync(session));

    private static async ValueTask<(IReadOnlyList<StoredAuditRecord> Records, IReadOnlyList<AuditCheckpoint> Checkpoints)> ReadPageAsync(
        ISqlSession session, long organisationId, long after, long upTo)
    {
        var records = await AuditTable.ReadAsync(session, organisationId, after, upTo, PageSize);
        var last = records.Count == 0 ? after : records[^1].Record.SequenceNumber;
        return (records, await AuditCheckpointTable.ReadAsync(session, organisationId, after, last));
    }
}
