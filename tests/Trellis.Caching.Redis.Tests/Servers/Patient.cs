namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>Caches whose timeouts a busy machine does not reach, for tests that are not about timeouts.</summary>
internal static class Patient
{
    public static RedisCache Cache(string url, Action<RedisCacheOptions>? configure = null)
    {
        var options = new RedisCacheOptions(url)
        {
            ConnectTimeout = TimeSpan.FromSeconds(30),
            OperationTimeout = TimeSpan.FromSeconds(60),
        };
        configure?.Invoke(options);
        return new RedisCache(options);
    }
}
