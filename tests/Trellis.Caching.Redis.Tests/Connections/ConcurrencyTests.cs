using System.Text;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class ConcurrencyTests(SharedRedisServer shared)
{
    private const int Rounds = 200;

    [Fact]
    public async Task Many_tasks_and_threads_each_get_their_own_answers()
    {
        using var cache = shared.NewCache(options => options.MaxConnections = 4);
        var threads = Enumerable.Range(0, 8)
            .Select(i => Task.Factory.StartNew(() => UseBlocking(cache, $"thread{i}"), TaskCreationOptions.LongRunning));
        var tasks = Enumerable.Range(0, 32).Select(i => UseAwaitingAsync(cache, $"task{i}"));

        await Task.WhenAll([.. threads, .. tasks]);
    }

    [Fact]
    public async Task No_more_connections_are_opened_than_allowed()
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url, options => options.MaxConnections = 3);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => cache.GetAsync($"k{i}")));

        var clients = await server.AskAllAsync("CLIENT LIST");
        clients.Split('\n').Count(line => line.Contains("cmd=get", StringComparison.Ordinal)).ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task One_connection_serves_calls_that_follow_one_another()
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url);
        for (var i = 0; i < 20; i++)
        {
            cache.Get("k");
            await cache.GetAsync("k", TestContext.Current.CancellationToken);
        }

        (await server.AskAllAsync("INFO commandstats")).ShouldContain("cmdstat_ping:calls=1,");
    }

    private static void UseBlocking(RedisCache cache, string name)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Encoding.UTF8.GetBytes($"{name}-{i}");
            cache.Set(name, value, new());
            cache.Get(name).ShouldBe(value);
        }
    }

    private static async Task UseAwaitingAsync(RedisCache cache, string name)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Encoding.UTF8.GetBytes($"{name}-{i}");
            await cache.SetAsync(name, value, new());
            (await cache.GetAsync(name)).ShouldBe(value);
        }
    }
}
