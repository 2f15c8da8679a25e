using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Journal;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Sync;

/// <summary>How nodes replicate journals, and how journals are read over HTTP (contract, section 2.10).</summary>
internal sealed class SyncEndpoints(IStore store, IJournal journal, EnvelopeInbox inbox, SyncPeers peers, IRuntimeCounters counters)
{
    private const int DefaultLimit = 100;
    private const int MostEnvelopes = 1000;
    private const int LongestPayload = 1 << 20;

    /// <summary>GET: how far the others have a journal.</summary>
    public async ValueTask<JsonAnswer> ConvergenceAsync(AkshiCall call)
    {
        if (call.Query("agent") is not { } agent)
            return AkshiErrors.Invalid("agent", "is required");

        var known = peers.All;
        var (head, acknowledged) = await store.ReadAsync(
            async session =>
            {
                var acks = new List<(string Peer, long Seq)>(known.Count);
                foreach (var peer in known)
                    acks.Add((peer.Id, await JournalTable.AcknowledgedAsync(session, agent, peer.Id)));
                return (await JournalTable.HeadAsync(session, agent), acks);
            },
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteString("agent"u8, agent);
            json.WriteNumber("local_seq"u8, head);
            json.WriteStartArray("peers"u8);
            foreach (var (peer, seq) in acknowledged)
            {
                json.WriteStartObject();
                json.WriteString("peer_id"u8, peer);
                json.WriteNumber("acked_seq"u8, seq);
                json.WriteNumber("lag"u8, head - seq);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("converged"u8, acknowledged.TrueForAll(ack => ack.Seq >= head));
        });
    }

    /// <summary>GET: entries after a number. The payload comes along, since this is how journals are read over HTTP.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        if (call.Query("agent") is not { } agent)
            return AkshiErrors.Invalid("agent", "is required");

        var query = CursorQuery.Read(call.Http.Request, DefaultLimit, out var errors);
        if (query.From is not null)
            errors.Add("since", "must be a whole number from 0 on");
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var entries = await journal.ReadAsync(agent, query.Since, query.Limit, call.Aborted);
        counters.AddEnvelopes("sent", entries.Count);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("envelopes"u8);
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteNumber("seq"u8, entry.Seq);
                json.WriteString("agent"u8, entry.Agent);
                json.WriteString("payload_hash"u8, entry.PayloadHash);
                json.WriteTime("timestamp"u8, entry.At);
                json.WriteString("signature"u8, entry.Signature);
                json.WriteString("signer"u8, entry.Signer);
                json.WriteBase64String("payload"u8, entry.Payload);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>POST: entries of another node. What cannot be taken is counted and is no reason to refuse the rest.</summary>
    public async ValueTask<JsonAnswer> TakeAsync(AkshiCall call)
    {
        var (peer, envelopes, errors) = Read(call.Fields);
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var accepted = await inbox.TakeAsync(peer, envelopes, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("accepted"u8, accepted);
            json.WriteNumber("rejected"u8, envelopes.Count - accepted);
        });
    }

    private static (string Peer, IReadOnlyList<Envelope> Envelopes, FieldErrors Errors) Read(Fields fields)
    {
        var peer = fields.Text("peer_id");
        var envelopes = new List<Envelope>();
        foreach (var element in fields.Objects("envelopes", MostEnvelopes))
        {
            var members = new Fields(element, $"envelopes[{envelopes.Count}].") { Errors = fields.Errors };
            var seq = members.OptionalInteger("seq", 1, long.MaxValue);
            if (seq is null)
                members.AddError("seq", "is required");
            envelopes.Add(new Envelope(
                seq ?? 0, members.Text("agent"), members.Text("payload", LongestPayload), members.Text("signature")));
        }

        return (peer, envelopes, fields.Errors);
    }
}
