namespace Trellis.Akshi;

/// <summary>How far one peer has a journal. Contract section 2.10.</summary>
public sealed record SyncPeer : AkshiAnswer
{
    /// <summary>The peer.</summary>
    public string? PeerId { get; init; }

    /// <summary>The last entry that it has.</summary>
    public long? AckedSeq { get; init; }

    /// <summary>How many it has not.</summary>
    public long? Lag { get; init; }
}
