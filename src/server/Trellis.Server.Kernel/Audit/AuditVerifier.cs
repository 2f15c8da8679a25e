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
        var walk = new AuditWalk(organisationId, keys, start: 0, AuditRecordHash.Genesis);
        await WalkAsync(walk, organisationId, ends.Total, progress, cancellationToken);
        walk.Finish(ends);
        return walk.Outcome;
    }

    /// <summary>
    /// Verifies a part of the chain of one organisation: each record, its link to the one before, and the checkpoints among them. That the
    /// record before the part is what it was, it takes on trust. A part that reaches the end of the chain is compared with the head as well.
    /// </summary>
    /// <param name="organisationId">Whose chain.</param>
    /// <param name="first">The number of the first record, 1 or more.</param>
    /// <param name="last">The number of the last record; records beyond the end of the chain are not missed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is none.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<AuditVerification> VerifyRangeAsync(long organisationId, long first, long last, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);

        var before = first - 1;
        var (ends, records) = await store.ReadAsync(
            async session => (await ReadEndsAsync(session, organisationId), await AuditTable.ReadAsync(session, organisationId, before - 1, before, limit: 1)),
            cancellationToken);
        if (before > 0 && records.Count == 0)
            return new AuditVerification(organisationId, AuditFault.RecordMissing, before, RecordsVerified: 0, CheckpointedThrough: 0);

        using var keys = new CheckpointKeys(ends.Keys);
        var walk = new AuditWalk(organisationId, keys, before, before > 0 ? records[0].ChainHash : AuditRecordHash.Genesis);
        await WalkAsync(walk, organisationId, Math.Min(last, ends.Total), progress: null, cancellationToken);
        if (last < ends.Total)
            walk.FinishAt(last);
        else
            walk.Finish(ends);
        return walk.Outcome;
    }

    private async Task WalkAsync(
        AuditWalk walk, long organisationId, long upTo, IProgress<AuditVerificationProgress>? progress, CancellationToken cancellationToken)
    {
        while (walk.Fault == AuditFault.None && walk.Position < upTo)
        {
            var page = await store.ReadAsync(session => ReadPageAsync(session, organisationId, walk.Position, upTo), cancellationToken);
            if (page.Records.Count == 0)
                break;
            walk.Add(page.Records, page.Checkpoints);
            progress?.Report(new AuditVerificationProgress(organisationId, walk.Position, upTo));
        }
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
