using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class RestartTests
{
    private static readonly byte[] Value = "value"u8.ToArray();

    [Theory, BothWays]
    public async Task The_first_call_after_a_restart_succeeds(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url);
        await calling.SetAsync(cache, "k", Value);

        await server.RestartAsync();

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
        await calling.SetAsync(cache, "k", Value);
        (await calling.GetAsync(cache, "k")).ShouldBe(Value);
    }

    [Theory, BothWays]
    public async Task The_first_call_after_the_server_closed_all_connections_succeeds(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => calling.SetAsync(cache, "k", Value)));

        await server.AskAsync("CLIENT KILL TYPE normal SKIPME yes");

        (await calling.GetAsync(cache, "k")).ShouldBe(Value);
    }

    [Theory, BothWays]
    public async Task A_command_whose_connection_is_closed_instead_of_an_answer_is_sent_again_on_a_new_one(Calling calling)
    {
        await using var server = new ScriptedServer(["+PONG\r\n", "$1\r\na\r\n"], ["+PONG\r\n", "$1\r\nb\r\n"]);
        using var cache = Patient.Cache(server.Url);
        (await calling.GetAsync(cache, "k")).ShouldBe("a"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("b"u8.ToArray());
    }

    [Theory, BothWays]
    public async Task A_command_that_fails_on_a_new_connection_is_not_sent_a_third_time(Calling calling)
    {
        await using var server = new ScriptedServer(["+PONG\r\n"]);
        using var cache = Patient.Cache(server.Url);

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Connection);
    }

    [Fact]
    public async Task A_server_killed_under_load_gives_cache_exceptions_alone_and_serves_again_after_its_restart()
    {
        var clock = new ManualTimeProvider();
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url, options => options.TimeProvider = clock);
        var load = Enumerable.Range(0, 16).Select(i => Task.Run(() => UntilFailureAsync(cache, $"k{i}", (Calling)(i % 2)))).ToArray();

        await server.KillAsync();
        var failures = await Task.WhenAll(load);
        failures.ShouldAllBe(failure => failure.Failure == RedisCacheFailure.Connection);

        await server.RestartAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        cache.Set("k", Value, new());
        (await cache.GetAsync("k", TestContext.Current.CancellationToken)).ShouldBe(Value);
    }

    private static async Task<RedisCacheException> UntilFailureAsync(RedisCache cache, string key, Calling calling)
    {
        try
        {
            while (true)
            {
                await calling.SetAsync(cache, key, Value);
                (await calling.GetAsync(cache, key)).ShouldBe(Value);
            }
        }
        catch (RedisCacheException failure)
        {
            return failure;
        }
    }
}
