using Microsoft.Extensions.Caching.Distributed;

namespace Trellis.Caching.Redis.Tests.Cache;

/// <summary>Which of the two forms of each method a test uses: both must behave the same.</summary>
public enum Calling
{
    Sync,
    Async,
}

internal static class CallingExtensions
{
    private static readonly DistributedCacheEntryOptions ForEver = new();

    public static Task<byte[]?> GetAsync(this Calling calling, RedisCache cache, string key) =>
        calling == Calling.Async ? cache.GetAsync(key) : Task.Run(() => cache.Get(key));

    public static Task SetAsync(this Calling calling, RedisCache cache, string key, byte[] value, DistributedCacheEntryOptions? options = null) =>
        calling == Calling.Async ? cache.SetAsync(key, value, options ?? ForEver) : Task.Run(() => cache.Set(key, value, options ?? ForEver));

    public static Task RemoveAsync(this Calling calling, RedisCache cache, string key) =>
        calling == Calling.Async ? cache.RemoveAsync(key) : Task.Run(() => cache.Remove(key));

    public static Task<long> ClearAsync(this Calling calling, RedisCache cache) =>
        calling == Calling.Async ? cache.ClearAsync() : Task.Run(cache.Clear);
}
