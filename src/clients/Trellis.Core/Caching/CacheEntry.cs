namespace Trellis;

/// <summary>What looking a call up in the cache came to, and what storing its answer will need.</summary>
/// <param name="Key">The entry's key, or <see langword="null"/> when the call is not cached.</param>
/// <param name="Stamp">What a valid entry of this moment begins with; <see langword="null"/> when the cache could not be asked.</param>
/// <param name="Answer">The stored answer, or <see langword="null"/> for a miss.</param>
internal readonly record struct CacheEntry(string Key, byte[]? Stamp, byte[]? Answer);
