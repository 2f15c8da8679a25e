namespace Trellis.Aerostack;

/// <summary>The entries that were asked for, in the order of the keys. Contract section 2.2.2.</summary>
public sealed record CacheEntries : AerostackAnswer
{
    /// <summary>The entries; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<CachedItem>? Results { get; init; }
}
