using Microsoft.Extensions.Caching.Distributed;

namespace Trellis.Caching.Redis.Entries;

/// <summary>How long an entry lives, as SET takes it.</summary>
/// <param name="IsOver">The entry has expired before it is stored.</param>
/// <param name="Milliseconds">Whole milliseconds, at least 1; null for an entry that lives until it is removed.</param>
internal readonly record struct EntryLifetime(bool IsOver, long? Milliseconds)
{
    /// <summary>Reads a caller's options. The relative expiration goes before the absolute one, as in Microsoft's own caches.</summary>
    /// <exception cref="NotSupportedException">A sliding expiration is set.</exception>
    public static EntryLifetime From(DistributedCacheEntryOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.SlidingExpiration is not null)
        {
            throw new NotSupportedException(
                "This cache has no sliding expiration: Redis keeps one expiry per key. Set AbsoluteExpirationRelativeToNow or AbsoluteExpiration.");
        }

        return (options.AbsoluteExpirationRelativeToNow ?? options.AbsoluteExpiration - now) switch
        {
            null => new(false, null),
            { } left when left <= TimeSpan.Zero => new(true, null),
            { } left => new(false, Math.Max(1, (long)left.TotalMilliseconds)),
        };
    }
}
