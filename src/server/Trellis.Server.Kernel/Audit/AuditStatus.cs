namespace Trellis.Server.Kernel.Audit;

/// <summary>What became of a chain (ASCEND contract, section 6.7).</summary>
public enum AuditStatus
{
    /// <summary>Every record is what it was, and none is missing.</summary>
    Valid,

    /// <summary>A record's content was changed.</summary>
    Tampered,

    /// <summary>Records were removed, added, moved or linked anew, or the chain does not fit its head or a checkpoint.</summary>
    Broken,
}
