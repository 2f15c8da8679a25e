using Trellis.Caching.Redis.Tests.Servers;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class CancellationTests(SharedRedisServer shared)
{
    [Fact]
    public async Task A_cancelled_token_cancels_before_anything_is_sent()
    {
        using var cache = shared.NewCache();
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => cache.GetAsync("k", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => cache.SetAsync("k", [], new(), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => cache.RemoveAsync("k", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => cache.RefreshAsync("k", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => cache.ClearAsync(cancelled));
    }

    [Fact]
    public async Task The_answer_to_a_cancelled_call_reaches_nobody()
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url, options => options.MaxConnections = 1);
        cache.Set("cancelled", "wrong"u8.ToArray(), new());
        cache.Set("k", "right"u8.ToArray(), new());
        await server.PauseAsync();
        using var leaving = new CancellationTokenSource();
        var call = cache.GetAsync("cancelled", leaving.Token);

        await leaving.CancelAsync();
        var error = await Should.ThrowAsync<OperationCanceledException>(() => call);
        await server.ResumeAsync();

        error.CancellationToken.ShouldBe(leaving.Token);
        for (var i = 0; i < 10; i++)
            (await cache.GetAsync("k", TestContext.Current.CancellationToken)).ShouldBe("right"u8.ToArray());
    }

    [Fact]
    public async Task Calls_cancelled_at_any_moment_never_mix_up_the_answers_of_others()
    {
        using var cache = shared.NewCache(options => options.MaxConnections = 2);
        for (var i = 0; i < 8; i++)
            cache.Set($"k{i}", [(byte)i], new());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => GetAndCancelAsync(cache, i))));
    }

    [Fact]
    public async Task A_cancelled_attempt_to_connect_again_leaves_the_next_call_to_try()
    {
        var clock = new ManualTimeProvider();
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url, options => options.TimeProvider = clock);
        await server.KillAsync();
        await Should.ThrowAsync<RedisCacheException>(() => cache.GetAsync("k", TestContext.Current.CancellationToken));
        await server.RestartAsync();
        await server.PauseAsync();
        clock.Advance(TimeSpan.FromMilliseconds(250));
        using var leaving = new CancellationTokenSource();
        var probe = cache.GetAsync("k", leaving.Token);

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => probe);
        await server.ResumeAsync();

        (await cache.GetAsync("k", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static async Task GetAndCancelAsync(RedisCache cache, int number)
    {
        for (var round = 0; round < 200; round++)
        {
            using var leaving = new CancellationTokenSource();
            var call = cache.GetAsync($"k{number}", leaving.Token);
            for (var pause = 0; pause < round % 5; pause++)
                await Task.Yield();

            await leaving.CancelAsync();
            try
            {
                (await call).ShouldBe([(byte)number]);
            }
            catch (OperationCanceledException)
            {
                continue;
            }
        }
    }
}
