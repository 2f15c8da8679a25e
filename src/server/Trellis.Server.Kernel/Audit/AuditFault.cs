namespace Trellis.Server.Kernel.Audit;

/// <summary>What is wrong with a chain.</summary>
public enum AuditFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A record's content does not have its content hash.</summary>
    ContentChanged,

    /// <summary>A record names a format that does not exist.</summary>
    UnknownFormat,

    /// <summary>A record is missing.</summary>
    RecordMissing,

    /// <summary>A record's chain hash does not follow from its content hash and the record before.</summary>
    LinkChanged,

    /// <summary>The chain has records but no head.</summary>
    HeadMissing,

    /// <summary>The head does not have the chain hash of its record.</summary>
    HeadChanged,

    /// <summary>There are records after the head.</summary>
    RecordBeyondHead,

    /// <summary>A checkpoint vouches for records that are no longer there.</summary>
    CutBelowCheckpoint,

    /// <summary>A record does not have the chain hash that a checkpoint vouches for.</summary>
    CheckpointMismatch,

    /// <summary>A checkpoint's signature does not fit, or its key is not registered.</summary>
    CheckpointForged,
}
