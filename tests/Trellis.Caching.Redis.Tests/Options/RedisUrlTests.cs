using Trellis.Caching.Redis.Options;

namespace Trellis.Caching.Redis.Tests.Options;

public sealed class RedisUrlTests
{
    [Theory]
    [InlineData("redis://cache.example", "redis://cache.example:6379/0")]
    [InlineData("redis://cache.example/", "redis://cache.example:6379/0")]
    [InlineData("redis://cache.example:7000/3", "redis://cache.example:7000/3")]
    [InlineData("rediss://cache.example:7000", "rediss://cache.example:7000/0")]
    [InlineData("REDIS://Cache.Example", "redis://cache.example:6379/0")]
    [InlineData("redis://127.0.0.1", "redis://127.0.0.1:6379/0")]
    [InlineData("redis://[::1]:7000/2", "redis://[::1]:7000/2")]
    public void Scheme_host_port_and_database_are_read(string text, string expected) => Parse(text).ToString().ShouldBe(expected);

    [Fact]
    public void An_IPv6_host_loses_its_brackets() => Parse("redis://[::1]").Host.ShouldBe("::1");

    [Theory]
    [InlineData("redis://:secret@host", null, "secret")]
    [InlineData("redis://user:secret@host", "user", "secret")]
    [InlineData("redis://user@host", "user", "")]
    [InlineData("redis://us%3Aer:p%40ss%2Fw%23rd%25@host", "us:er", "p@ss/w#rd%")]
    [InlineData("redis://:a:b@host", null, "a:b")]
    [InlineData("redis://:p%C3%A9+%20x@host", null, "pé+ x")]
    public void Credentials_are_percent_decoded(string text, string? user, string password)
    {
        var credentials = Parse(text).Credentials.ShouldNotBeNull();

        credentials.User.ShouldBe(user);
        credentials.Password.ShouldBe(password);
    }

    [Theory]
    [InlineData("redis://host")]
    [InlineData("redis://@host")]
    [InlineData("redis://:@host")]
    public void Without_user_and_password_there_are_no_credentials(string text) => Parse(text).Credentials.ShouldBeNull();

    [Fact]
    public void Options_are_read_from_the_query()
    {
        var url = Parse("redis://host/1?namespace=a%3Ab&protocol=3");

        url.Namespace.ShouldBe("a:b");
        url.UsesResp3.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData(" ", "missing")]
    [InlineData("host:6379", "scheme")]
    [InlineData("localhost", "not a URL")]
    [InlineData("http://host", "scheme")]
    [InlineData("redis:///3", "host")]
    [InlineData("redis://:hunter2@host/x", "database")]
    [InlineData("redis://:hunter2@host/-1", "database")]
    [InlineData("redis://:hunter2@host/1/2", "database")]
    [InlineData("redis://:hunter2@host?protocol=4", "protocol")]
    [InlineData("redis://:hunter2@host?hunter2=1", "option")]
    [InlineData("redis://:hunter2#x@host", "not a URL")]
    [InlineData("redis://:hunter2@host:99999", "not a URL")]
    public void A_URL_that_cannot_be_used_is_refused_with_the_reason_and_without_its_secrets(string? text, string reason)
    {
        var error = Should.Throw<ArgumentException>(() => new RedisCache(new RedisCacheOptions { Url = text }));

        error.Message.ShouldContain(reason);
        error.Message.ShouldContain("RedisCacheOptions.Url");
        error.ToString().ShouldNotContain("hunter2");
    }

    private static RedisUrl Parse(string text)
    {
        RedisUrl.TryParse(text, out var url, out var problem).ShouldBeTrue(problem);
        return url!;
    }
}
