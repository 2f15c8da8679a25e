[assembly: AssemblyFixture(typeof(Trellis.Caching.Redis.Tests.Servers.SharedRedisServer))]

namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>One plain server for all tests that do it no harm. Each cache made here has a namespace of its own.</summary>
public sealed class SharedRedisServer : IAsyncLifetime
{
    private RedisServer? _server;
    private int _caches;

    public async ValueTask InitializeAsync()
    {
        if (RedisServerExecutable.Path is not null)
            _server = await RedisServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    internal RedisServer Server
    {
        get
        {
            RedisServerExecutable.SkipIfMissing();
            return _server!;
        }
    }

    internal string NewNamespace() => $"test{Interlocked.Increment(ref _caches)}";

    internal RedisCache NewCache(Action<RedisCacheOptions>? configure = null) => Patient.Cache(Server.Url, options =>
    {
        options.Namespace = NewNamespace();
        configure?.Invoke(options);
    });
}
