using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The state of a verification: how far it came, and what it found first.</summary>
internal sealed class AuditWalk(long organisationId, CheckpointKeys keys)
{
    private string _chainHash = AuditRecordHash.Genesis;
    private long _checkpointed;
    private long? _firstBad;

    /// <summary>The records found good so far, from the first on.</summary>
    public long Verified { get; private set; }

    public AuditFault Fault { get; private set; }

    public AuditVerification Outcome => new(organisationId, Fault, _firstBad, Verified, _checkpointed);

    /// <summary>Takes the next records, and the checkpoints that stand at or between them.</summary>
    public void Add(IReadOnlyList<StoredAuditRecord> records, IReadOnlyList<AuditCheckpoint> checkpoints)
    {
        var nextCheckpoint = 0;
        foreach (var stored in records)
        {
            var number = Verified + 1;
            var checkpoint = nextCheckpoint < checkpoints.Count && checkpoints[nextCheckpoint].SequenceNumber == number
                ? checkpoints[nextCheckpoint++]
                : null;
            if (Find(stored, number, checkpoint) is var fault and not AuditFault.None)
            {
                Stop(fault, number);
                return;
            }

            _chainHash = stored.ChainHash;
            Verified = number;
            if (checkpoint is not null)
                _checkpointed = number;
        }
    }

    /// <summary>Compares the end of the walk with what the witnesses say.</summary>
    public void Finish(AuditChainEnds ends)
    {
        if (Fault != AuditFault.None)
            return;

        if (ends.LastCheckpoint > Verified)
            Stop(AuditFault.CutBelowCheckpoint, Verified + 1);
        else if (ends.Head is null && Verified > 0)
            Stop(AuditFault.HeadMissing, Verified);
        else if (ends.Head is not null && ends.Head.SequenceNumber > Verified)
            Stop(AuditFault.RecordMissing, Verified + 1);
        else if (ends.Head is not null && ends.Head.ChainHash != _chainHash)
            Stop(AuditFault.HeadChanged, Verified);
        else if (ends.LastRecord > Verified)
            Stop(AuditFault.RecordBeyondHead, Verified + 1);
    }

    private static string? Canonicalize(string json)
    {
        try
        {
            return Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private AuditFault Find(StoredAuditRecord stored, long number, AuditCheckpoint? checkpoint)
    {
        var record = stored.Record;
        if (record.SequenceNumber != number)
            return AuditFault.RecordMissing;
        if (record.FormatVersion != AuditRecordHash.FormatVersion)
            return AuditFault.UnknownFormat;
        if (Canonicalize(record.EventData) != record.EventData || AuditRecordHash.OfContent(record) != stored.ContentHash)
            return AuditFault.ContentChanged;
        if (AuditRecordHash.OfLink(stored.ContentHash, _chainHash) != stored.ChainHash)
            return AuditFault.LinkChanged;
        if (checkpoint is null)
            return AuditFault.None;
        if (!keys.IsSigned(checkpoint))
            return AuditFault.CheckpointForged;
        return checkpoint.ChainHash == stored.ChainHash ? AuditFault.None : AuditFault.CheckpointMismatch;
    }

    private void Stop(AuditFault fault, long number)
    {
        Fault = fault;
        _firstBad = number;
    }
}
