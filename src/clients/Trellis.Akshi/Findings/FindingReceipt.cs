namespace Trellis.Akshi;

/// <summary>What became of findings that were posted. Contract section 2.5.</summary>
public sealed record FindingReceipt : AkshiAnswer
{
    /// <summary>Whether they were taken.</summary>
    public bool? Ok { get; init; }

    /// <summary>How many were.</summary>
    public int? Accepted { get; init; }

    /// <summary>Their places, in their order. Never null.</summary>
    public IReadOnlyList<long> Seqs { get; init => field = value ?? []; } = [];

    /// <summary>The place of the last one.</summary>
    public long? Seq { get; init; }

    /// <summary>The place after it.</summary>
    public long? NextSeq { get; init; }
}
