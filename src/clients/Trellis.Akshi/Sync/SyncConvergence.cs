namespace Trellis.Akshi;

/// <summary>How far the peers have an agent's journal. Contract section 2.10.</summary>
public sealed record SyncConvergence : AkshiAnswer
{
    /// <summary>The agent.</summary>
    public string? Agent { get; init; }

    /// <summary>The last entry here.</summary>
    public long? LocalSeq { get; init; }

    /// <summary>The peers. Never null.</summary>
    public IReadOnlyList<SyncPeer> Peers { get; init => field = value ?? []; } = [];

    /// <summary>Whether all of them have it all.</summary>
    public bool? Converged { get; init; }
}
