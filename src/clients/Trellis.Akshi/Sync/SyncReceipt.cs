namespace Trellis.Akshi;

/// <summary>What became of entries that were posted. Contract section 2.10.</summary>
public sealed record SyncReceipt : AkshiAnswer
{
    /// <summary>How many were taken.</summary>
    public int? Accepted { get; init; }

    /// <summary>How many were not: signatures that are wrong, and entries that are known.</summary>
    public int? Rejected { get; init; }
}
