namespace Trellis.Aerostack;

/// <summary>What became of the entries that were to be removed. Contract section 2.2.2.</summary>
public sealed record CacheFlushResult : AerostackAnswer
{
    /// <summary>Whether they are gone.</summary>
    public bool? Success { get; init; }

    /// <summary>How many there were.</summary>
    public long? Deleted { get; init; }
}
