using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class TimeoutTests
{
    [Theory, BothWays]
    public async Task A_server_that_hangs_ends_the_call_with_the_name_of_the_timeout(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options => options.OperationTimeout = TimeSpan.FromMilliseconds(700));
        await calling.GetAsync(cache, "k");
        await server.PauseAsync();

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Timeout);
        error.Message.ShouldContain("OperationTimeout of 0.7 s");
    }

    [Theory, BothWays]
    public async Task A_server_that_hangs_from_the_start_ends_the_call_with_the_name_of_the_timeout(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options => options.ConnectTimeout = TimeSpan.FromMilliseconds(700));
        await server.PauseAsync();

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Timeout);
        error.Message.ShouldContain("ConnectTimeout of 0.7 s");
    }

    [Fact]
    public async Task The_timeout_of_an_awaited_call_follows_the_clock()
    {
        var clock = new ManualTimeProvider();
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options => options.TimeProvider = clock);
        cache.Get("k");
        await server.PauseAsync();

        var call = cache.GetAsync("k", TestContext.Current.CancellationToken);
        await clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(60));

        (await Should.ThrowAsync<RedisCacheException>(() => call)).Message.ShouldContain("OperationTimeout of 60 s");
    }

    [Theory, BothWays]
    public async Task After_a_timeout_calls_fail_at_once(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options =>
        {
            options.OperationTimeout = TimeSpan.FromMilliseconds(700);
            options.ReconnectDelay = options.MaxReconnectDelay = TimeSpan.FromHours(1);
        });
        await calling.GetAsync(cache, "k");
        await server.PauseAsync();
        await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        (await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"))).RetryAfter.ShouldNotBeNull();
    }

    [Theory, BothWays]
    public async Task The_late_answer_to_a_timed_out_call_reaches_nobody(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options =>
        {
            options.OperationTimeout = TimeSpan.FromMilliseconds(700);
            options.ReconnectDelay = TimeSpan.Zero;
        });
        await calling.SetAsync(cache, "k", "late"u8.ToArray());
        await server.PauseAsync();
        await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));
        await server.ResumeAsync();

        (await calling.GetAsync(cache, "other")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_value_that_does_not_fit_down_the_wire_in_time_is_a_timeout(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server, options => options.OperationTimeout = TimeSpan.FromMilliseconds(700));
        await calling.GetAsync(cache, "k");
        await server.PauseAsync();

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.SetAsync(cache, "k", new byte[30 * 1024 * 1024]));

        error.Failure.ShouldBe(RedisCacheFailure.Timeout);
    }

    // Blocking waits pass in real time and awaited ones by the clock, so that one of them can be made to outlast the other.
    [Fact]
    public async Task When_no_connection_comes_free_in_time_an_awaited_call_names_the_option_to_raise()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer(["+PONG\r\n", ScriptedServer.Silence]);
        using var cache = new RedisCache(new RedisCacheOptions(server.Url) { MaxConnections = 1, TimeProvider = clock });
        var holder = Task.Factory.StartNew(() => cache.Get("k"), TaskCreationOptions.LongRunning);
        await server.Silent;

        var waiting = cache.GetAsync("k", TestContext.Current.CancellationToken);
        await clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<RedisCacheException>(() => waiting)).Message.ShouldContain("Raise MaxConnections");
        await server.DisposeAsync();
        await Should.ThrowAsync<RedisCacheException>(() => holder);
    }

    [Fact]
    public async Task When_no_connection_comes_free_in_time_a_blocking_call_names_the_option_to_raise()
    {
        var server = new ScriptedServer(["+PONG\r\n", ScriptedServer.Silence]);
        using var cache = new RedisCache(new RedisCacheOptions(server.Url)
        {
            MaxConnections = 1,
            OperationTimeout = TimeSpan.FromMilliseconds(100),
            TimeProvider = new ManualTimeProvider(),
        });
        var holder = cache.GetAsync("k", TestContext.Current.CancellationToken);
        await server.Silent;

        Should.Throw<RedisCacheException>(() => cache.Get("k")).Message.ShouldContain("Raise MaxConnections");
        await server.DisposeAsync();
        await Should.ThrowAsync<RedisCacheException>(() => holder);
    }

    private static RedisCache Open(RedisServer server, Action<RedisCacheOptions> configure) => Patient.Cache(server.Url, configure);
}
