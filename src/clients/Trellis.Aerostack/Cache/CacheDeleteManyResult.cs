namespace Trellis.Aerostack;

/// <summary>What became of entries that were to be removed. Contract section 2.2.2.</summary>
public sealed record CacheDeleteManyResult : AerostackAnswer
{
    /// <summary>Whether they are gone.</summary>
    public bool? Success { get; init; }

    /// <summary>How many keys were given.</summary>
    public long? Count { get; init; }

    /// <summary>How many of them existed.</summary>
    public long? Deleted { get; init; }
}
