using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class AuthenticationTests
{
    private const string Password = "p@ss:w/rd#1%";
    private const string WrongPassword = "hunter2-wrong";

    [Theory, BothWays]
    public async Task A_password_opens_the_server(Calling calling)
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password);
        using var cache = Open(server, $":{Uri.EscapeDataString(Password)}@");

        await calling.SetAsync(cache, "k", "value"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("value"u8.ToArray());
    }

    [Theory, BothWays]
    public async Task A_user_of_the_ACL_with_a_password_opens_the_server(Calling calling)
    {
        await using var server = await ServerWithUserAsync("~* +@all");
        using var cache = Open(server, $"ann:{Uri.EscapeDataString(Password)}@");

        await calling.SetAsync(cache, "k", "value"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public async Task A_user_who_may_only_do_what_a_cache_does_can_use_it()
    {
        await using var server = await ServerWithUserAsync("~* +get +set +del");
        using var cache = Open(server, $"ann:{Uri.EscapeDataString(Password)}@");

        cache.Set("k", "value"u8.ToArray(), new());

        cache.Get("k").ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public async Task A_command_the_user_may_not_run_is_an_error_of_the_server()
    {
        await using var server = await ServerWithUserAsync("~* +get");
        using var cache = Open(server, $"ann:{Uri.EscapeDataString(Password)}@");

        var error = Should.Throw<RedisCacheException>(() => cache.Set("k", "value"u8.ToArray(), new()));

        error.Failure.ShouldBe(RedisCacheFailure.Server);
        error.ServerCode.ShouldBe("NOPERM");
        error.Message.ShouldContain("ACL");
    }

    [Theory]
    [InlineData($":{WrongPassword}@")]
    [InlineData($"ann:{WrongPassword}@")]
    [InlineData($"nobody:{WrongPassword}@")]
    public async Task A_wrong_password_is_told_without_repeating_it(string credentials)
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password, "--user", "ann", "on", $">{Password}", "~*", "+@all");
        using var cache = Open(server, credentials);

        var error = Should.Throw<RedisCacheException>(() => cache.Get("k"));

        error.Failure.ShouldBe(RedisCacheFailure.Authentication);
        error.ServerCode.ShouldBe("WRONGPASS");
        error.Message.ShouldContain($"127.0.0.1:{server.Port}");
        error.Message.ShouldContain("Check user name and password");
        error.ToString().ShouldNotContain(WrongPassword);
    }

    [Fact]
    public async Task A_missing_password_is_told()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password);
        using var cache = Open(server, "");

        var error = Should.Throw<RedisCacheException>(() => cache.Get("k"));

        error.Failure.ShouldBe(RedisCacheFailure.Authentication);
        error.Message.ShouldContain("asks for a password");
    }

    [Fact]
    public async Task A_refused_login_is_not_repeated_by_the_next_call()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password);
        using var cache = Open(server, $":{WrongPassword}@");
        Should.Throw<RedisCacheException>(() => cache.Get("k"));

        var second = Should.Throw<RedisCacheException>(() => cache.Get("k"));

        second.Failure.ShouldBe(RedisCacheFailure.Authentication);
        second.RetryAfter.ShouldNotBeNull();
    }

    private static Task<RedisServer> ServerWithUserAsync(string rules) =>
        RedisServer.StartAsync(["--user", "ann", "on", $">{Password}", .. rules.Split(' ')]);

    private static RedisCache Open(RedisServer server, string credentials) =>
        Patient.Cache($"redis://{credentials}127.0.0.1:{server.Port}", options => options.ReconnectDelay = TimeSpan.FromSeconds(5));
}
