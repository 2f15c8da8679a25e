namespace Trellis.Aerostack;

/// <summary>What became of entries that were to be kept. Contract section 2.2.2.</summary>
public sealed record CacheSetManyResult : AerostackAnswer
{
    /// <summary>Whether they are kept.</summary>
    public bool? Success { get; init; }

    /// <summary>How many are.</summary>
    public long? Count { get; init; }
}
