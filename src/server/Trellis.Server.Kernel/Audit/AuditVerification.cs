namespace Trellis.Server.Kernel.Audit;

/// <summary>The outcome of verifying one chain.</summary>
/// <param name="OrganisationId">Whose chain.</param>
/// <param name="Fault">What is wrong; <see cref="AuditFault.None"/> when nothing is.</param>
/// <param name="FirstBadSequenceNumber">The first record that is wrong or missing; null when none is.</param>
/// <param name="RecordsVerified">How many records, from the first that was looked at on, are good.</param>
/// <param name="CheckpointedThrough">The last of those that a good checkpoint vouches for; zero when none does.</param>
public sealed record AuditVerification(
    long OrganisationId, AuditFault Fault, long? FirstBadSequenceNumber, long RecordsVerified, long CheckpointedThrough)
{
    /// <summary>The outcome in one word.</summary>
    public AuditStatus Status => Fault switch
    {
        AuditFault.None => AuditStatus.Valid,
        AuditFault.ContentChanged or AuditFault.UnknownFormat => AuditStatus.Tampered,
        _ => AuditStatus.Broken,
    };

    /// <summary>The outcome in one sentence.</summary>
    public string Reason => Fault switch
    {
        AuditFault.None => "Every record is what it was, and none is missing.",
        AuditFault.ContentChanged => "The record's content does not have its content hash.",
        AuditFault.UnknownFormat => "The record names a format that does not exist.",
        AuditFault.RecordMissing => "The record is missing.",
        AuditFault.LinkChanged => "The record's chain hash does not follow from its content hash and the record before.",
        AuditFault.HeadMissing => "The chain has records but no head.",
        AuditFault.HeadChanged => "The head does not have the chain hash of its record.",
        AuditFault.RecordBeyondHead => "The record stands after the head of the chain.",
        AuditFault.CutBelowCheckpoint => "The record is missing, and a signed checkpoint says that it was there.",
        AuditFault.CheckpointMismatch => "The record does not have the chain hash that a signed checkpoint vouches for.",
        AuditFault.CheckpointForged => "The signature of the record's checkpoint does not fit, or its key is not registered.",
        _ => Fault.ToString(),
    };
}
