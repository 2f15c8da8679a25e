using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class OutageTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, BothWays]
    public async Task A_server_that_is_not_there_is_told_with_host_and_port(Calling calling)
    {
        var port = RedisServer.FreePort();
        using var cache = Open(port);

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Connection);
        error.Server.ShouldBe($"127.0.0.1:{port}");
        error.Message.ShouldContain($"Redis at 127.0.0.1:{port} could not be reached");
        error.Message.ShouldContain("Check that the server runs");
        error.RetryAfter.ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_host_that_has_no_address_is_told(Calling calling)
    {
        using var cache = Patient.Cache("redis://no-such-host.invalid");

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Connection);
    }

    [Theory, BothWays]
    public async Task While_the_server_is_known_to_be_down_calls_fail_without_being_tried(Calling calling)
    {
        using var cache = Open(RedisServer.FreePort());
        await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(250));
        error.Message.ShouldContain("The next attempt to connect is in 0.25 s");
    }

    [Theory, BothWays]
    public async Task When_the_delay_has_passed_the_next_call_connects_again(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Open(server.Port);
        await server.KillAsync();
        await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));
        await server.RestartAsync();
        (await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"))).RetryAfter.ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromMilliseconds(250));

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task Each_failed_attempt_doubles_the_delay(Calling calling)
    {
        using var cache = Open(RedisServer.FreePort());
        await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        (await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"))).RetryAfter.ShouldBeNull();

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(500));
    }

    [Theory, BothWays]
    public async Task A_server_that_speaks_another_protocol_is_told(Calling calling)
    {
        await using var server = new ScriptedServer(["HTTP/1.1 400 Bad Request\r\n\r\n"]);
        using var cache = Patient.Cache(server.Url);

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Protocol);
    }

    [Theory, BothWays]
    public async Task A_value_beyond_the_limit_is_refused_and_the_next_call_works(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var writer = Patient.Cache(server.Url);
        using var reader = Patient.Cache(server.Url, options => options.MaxValueBytes = 1024 * 1024);
        writer.Set("large", new byte[(1024 * 1024) + 1], new());
        writer.Set("small", "value"u8.ToArray(), new());

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(reader, "large"));

        error.Failure.ShouldBe(RedisCacheFailure.Protocol);
        error.Message.ShouldContain("1048577 bytes");
        (await calling.GetAsync(reader, "small")).ShouldBe("value"u8.ToArray());
    }

    [Theory, BothWays]
    public async Task An_error_of_the_server_says_what_to_do_and_leaves_the_connection_usable(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url);
        await server.AskAsync("LPUSH list x");

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "list"));

        error.Failure.ShouldBe(RedisCacheFailure.Server);
        error.ServerCode.ShouldBe("WRONGTYPE");
        error.Message.ShouldContain("namespace");
        (await calling.GetAsync(cache, "k")).ShouldBeNull();
        (await server.AskAllAsync("INFO commandstats")).ShouldContain("cmdstat_ping:calls=1,");
    }

    [Theory, BothWays]
    public async Task A_primary_that_has_become_a_replica_is_left(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache(server.Url);
        await calling.GetAsync(cache, "k");
        await server.AskAsync($"REPLICAOF 127.0.0.1 {RedisServer.FreePort()}");

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.SetAsync(cache, "k", []));
        await server.AskAsync("REPLICAOF NO ONE");
        await calling.SetAsync(cache, "k", []);

        error.ServerCode.ShouldBe("READONLY");
        (await server.AskAllAsync("INFO commandstats")).ShouldContain("cmdstat_ping:calls=2,");
    }

    [Theory, BothWays]
    public async Task The_error_of_a_server_without_the_command_does_not_repeat_keys_and_values(Calling calling)
    {
        await using var server = new ScriptedServer(["+PONG\r\n", "-ERR unknown command 'GET', with args beginning with: 'secret-key' \r\n"]);
        using var cache = Patient.Cache(server.Url);

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "secret-key"));

        error.Message.ShouldContain("unknown command");
        error.ToString().ShouldNotContain("secret-key");
    }

    private RedisCache Open(int port) => Patient.Cache($"redis://127.0.0.1:{port}", options => options.TimeProvider = _clock);
}
