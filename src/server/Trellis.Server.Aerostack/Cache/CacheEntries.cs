namespace Trellis.Server.Aerostack.Cache;

/// <summary>Lists of entries.</summary>
internal static class CacheEntries
{
    /// <summary>The last entry of each key.</summary>
    public static IEnumerable<CacheEntry> DistinctLast(this IEnumerable<CacheEntry> entries) =>
        entries.Reverse().DistinctBy(static entry => entry.Key, StringComparer.Ordinal);
}
