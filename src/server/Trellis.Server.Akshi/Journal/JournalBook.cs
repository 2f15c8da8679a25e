using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Akshi.Text;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Journal;

/// <inheritdoc cref="IJournal"/>
internal sealed class JournalBook(IStore store, IReceipts receipts, RuntimeOwner owner, NodeIdentity node, TimeProvider time) : IJournal
{
    /// <inheritdoc/>
    public async ValueTask<JournalEntry> AppendAsync(string agent, string? tag, string text, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        var (safeTag, safeText) = (tag is null ? null : AgentText.Whole(tag), AgentText.Whole(text));
        var now = UnixTime.FromMicroseconds(UnixTime.ToMicroseconds(time.GetUtcNow()));
        var payload = JournalPayload.Of(agent, node.DidOf(agent), safeTag, safeText, now);
        var hash = EnvelopeText.HashOf(payload);
        return await store.WriteAsync(
            async session =>
            {
                var seq = await JournalTable.LockHeadAsync(session, agent) + 1;
                var signature = node.Sign(EnvelopeText.Of(agent, seq, hash));
                var entry = new JournalEntry(agent, seq, now, safeTag, safeText, payload, hash, node.Did, signature);
                await JournalTable.InsertAsync(session, entry);
                await receipts.AppendAsync(session, organisation, ReceiptOf(entry));
                return entry;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string agent, long after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(session => JournalTable.ReadAsync(session, agent, after, limit), cancellationToken);

    private static NewReceipt ReceiptOf(JournalEntry entry) => NewReceipt.Of(entry.Agent, ReceiptKinds.Journal, json =>
    {
        json.WriteNumber("seq"u8, entry.Seq);
        json.WriteString("payload_hash"u8, entry.PayloadHash);
    });
}
