using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Receipts;

/// <inheritdoc cref="IReceipts"/>
internal sealed class ReceiptBook(IStore store, IAuditLog audit, RuntimeOwner owner, NodeIdentity node, TimeProvider time) : IReceipts
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public async ValueTask<Receipt> AppendAsync(NewReceipt receipt, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.WriteAsync(session => AppendAsync(session, organisation, receipt), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Receipt> AppendAsync(ISqlSession session, long organisationId, NewReceipt receipt)
    {
        var ends = await ReceiptTable.LockEndsAsync(session);

        // As the store keeps it, so that the hash is that of what is read back.
        var now = UnixTime.FromMicroseconds(UnixTime.ToMicroseconds(time.GetUtcNow()));
        var draft = new Receipt(ends.Seq + 1, now, receipt.Agent, receipt.Kind, receipt.Body, node.Did, ends.Hash, "", "");
        var hash = draft.ComputeHash();
        var signed = draft with { Hash = hash, Signature = node.Sign(hash) };
        await ReceiptTable.AppendAsync(session, signed);
        await audit.AppendAsync(session, RecordOf(organisationId, signed));
        return signed;
    }

    /// <summary>A page, the oldest first; and where the chain begins.</summary>
    public ValueTask<(IReadOnlyList<Receipt> Receipts, ReceiptEnds Ends)> ReadAsync(
        CursorQuery query, string? agent, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async session => (
                await ReceiptTable.ReadAsync(session, query.Since, query.From, agent, query.Limit), await ReceiptTable.EndsAsync(session)),
            cancellationToken);

    /// <summary>Checks the whole chain, page by page, so that its length does not matter.</summary>
    public async ValueTask<ReceiptVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        var verifier = new ReceiptVerifier(await store.ReadAsync(ReceiptTable.EndsAsync, cancellationToken));
        IReadOnlyList<Receipt> page;
        do
        {
            page = await store.ReadAsync(
                session => ReceiptTable.ReadAsync(session, verifier.NextSeq, null, null, PageSize), cancellationToken);
            foreach (var receipt in page)
            {
                if (!verifier.Accept(receipt))
                    return verifier.Result();
            }
        }
        while (page.Count == PageSize);
        return verifier.Result();
    }

    /// <summary>Removes what is older than a time.</summary>
    public ValueTask PruneAsync(DateTimeOffset olderThan, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async session =>
            {
                var ends = await ReceiptTable.LockEndsAsync(session);
                var upTo = await ReceiptTable.FirstSinceAsync(session, olderThan) is { } first ? first - 1 : ends.Seq;
                if (upTo > ends.AnchorSeq)
                    await ReceiptTable.PruneAsync(session, upTo);
            },
            cancellationToken);

    private static AuditEvent RecordOf(long organisationId, Receipt receipt) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = "receipt_issued",
        ActorId = receipt.Agent,
        ResourceType = "receipt",
        ResourceId = receipt.Hash,
        Action = receipt.Kind,
        Outcome = AuditOutcome.Success,
        Data = AuditData.Object(json => json.WriteNumber("seq"u8, receipt.Seq)),
    };
}
