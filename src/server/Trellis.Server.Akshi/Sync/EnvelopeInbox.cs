using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Journal;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Sync;

/// <summary>
/// Takes the journals of other nodes (contract, section 2.10). An envelope is taken when a known node has signed it, it is the next of its
/// journal, and the journal is that node's: what this node's own agents write nobody else continues.
/// </summary>
internal sealed class EnvelopeInbox(IStore store, SyncPeers peers, IAgentDirectory agents, IRuntimeCounters counters, TimeProvider time)
{
    /// <summary>Takes what can be taken, in the order given.</summary>
    /// <returns>How many were taken.</returns>
    public async ValueTask<int> TakeAsync(string peerId, IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        if (peers.Find(peerId) is not { } peer)
            return 0;

        // Signatures are checked before the transaction, in which other writers wait.
        var now = time.GetUtcNow();
        var good = envelopes.Select(envelope => Open(envelope, peer, now)).OfType<JournalEntry>().ToArray();
        if (good.Length == 0)
            return 0;

        var taken = await store.WriteAsync(
            async session =>
            {
                var count = 0;

                // Journals are locked in one order by all; within a journal the order stays that of the sender.
                foreach (var entry in good.OrderBy(static entry => entry.Agent, StringComparer.Ordinal))
                    count += await TryTakeAsync(session, entry, peer) ? 1 : 0;
                return count;
            },
            cancellationToken);
        counters.AddEnvelopes("received", taken);
        return taken;
    }

    private static async ValueTask<bool> TryTakeAsync(ISqlSession session, JournalEntry entry, SyncPeer peer)
    {
        var head = await JournalTable.LockHeadAsync(session, entry.Agent);
        if (entry.Seq != head + 1 || (head > 0 && await JournalTable.SignerOfAsync(session, entry.Agent, head) != peer.Did))
            return false;

        await JournalTable.InsertAsync(session, entry);
        await JournalTable.AcknowledgeAsync(session, entry.Agent, peer.Id, entry.Seq);
        return true;
    }

    private JournalEntry? Open(Envelope envelope, SyncPeer peer, DateTimeOffset now)
    {
        var payload = new byte[envelope.Payload.Length];
        if (agents.Find(envelope.Agent) is not null || !Convert.TryFromBase64String(envelope.Payload, payload, out var length))
            return null;

        payload = payload[..length];
        var hash = EnvelopeText.HashOf(payload);
        if (!NodeIdentity.IsSigned(peer.Did, EnvelopeText.Of(envelope.Agent, envelope.Seq, hash), envelope.Signature))
            return null;

        var (tag, text) = JournalPayload.Read(payload);
        return new JournalEntry(envelope.Agent, envelope.Seq, now, tag, text, payload, hash, peer.Did, envelope.Signature);
    }
}
