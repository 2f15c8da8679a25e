using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The state of a verification: how far it came, and what it found first.</summary>
/// <param name="organisationId">Whose chain.</param>
/// <param name="keys">The keys of checkpoints.</param>
/// <param name="start">The number of the record before the first that is verified.</param>
/// <param name="chainHash">The chain hash of that record.</param>
internal sealed class AuditWalk(long organisationId, CheckpointKeys keys, long start, string chainHash)
{
    private readonly long _start = start;
    private string _chainHash = chainHash;
    private long _checkpointed;
    private long? _firstBad;

    /// <summary>The last record found good so far.</summary>
    public long Position { get; private set; } = start;

    public AuditFault Fault { get; private set; }

    public AuditVerification Outcome => new(organisationId, Fault, _firstBad, Position - _start, _checkpointed);

    /// <summary>Takes the next records, and the checkpoints that stand at or between them.</summary>
    public void Add(IReadOnlyList<StoredAuditRecord> records, IReadOnlyList<AuditCheckpoint> checkpoints)
    {
        var nextCheckpoint = 0;
        foreach (var stored in records)
        {
            var number = Position + 1;
            var checkpoint = nextCheckpoint < checkpoints.Count && checkpoints[nextCheckpoint].SequenceNumber == number
                ? checkpoints[nextCheckpoint++]
                : null;
            if (Find(stored, number, checkpoint) is var fault and not AuditFault.None)
            {
                Stop(fault, number);
                return;
            }

            _chainHash = stored.ChainHash;
            Position = number;
            if (checkpoint is not null)
                _checkpointed = number;
        }
    }

    /// <summary>Says whether the walk came as far as it was to come, when it ends inside of the chain.</summary>
    public void FinishAt(long last)
    {
        if (Fault == AuditFault.None && Position < last)
            Stop(AuditFault.RecordMissing, Position + 1);
    }

    /// <summary>Compares the end of the walk with what the witnesses say.</summary>
    public void Finish(AuditChainEnds ends)
    {
        if (Fault != AuditFault.None)
            return;

        if (ends.LastCheckpoint > Position)
            Stop(AuditFault.CutBelowCheckpoint, Position + 1);
        else if (ends.Head is null && Position > 0)
            Stop(AuditFault.HeadMissing, Position);
        else if (ends.Head is not null && ends.Head.SequenceNumber > Position)
            Stop(AuditFault.RecordMissing, Position + 1);
        else if (ends.Head is not null && ends.Head.ChainHash != _chainHash)
            Stop(AuditFault.HeadChanged, Position);
        else if (ends.LastRecord > Position)
            Stop(AuditFault.RecordBeyondHead, Position + 1);
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
