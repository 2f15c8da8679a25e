namespace Trellis.Caching.Redis.Tests.Options;

public sealed class RedisCacheOptionsTests
{
    public static TheoryData<string, Action<RedisCacheOptions>> OutOfRange { get; } = new()
    {
        { "ConnectTimeout", options => options.ConnectTimeout = TimeSpan.Zero },
        { "ConnectTimeout", options => options.ConnectTimeout = TimeSpan.FromSeconds(-2) },
        { "OperationTimeout", options => options.OperationTimeout = TimeSpan.MaxValue },
        { "ReconnectDelay", options => options.ReconnectDelay = TimeSpan.FromSeconds(-1) },
        { "MaxReconnectDelay", options => options.MaxReconnectDelay = TimeSpan.MaxValue },
        { "MaxConnections", options => options.MaxConnections = 0 },
        { "MaxValueBytes", options => options.MaxValueBytes = 64 * 1024 },
        { "MaxValueBytes", options => options.MaxValueBytes = int.MaxValue },
        { "TimeProvider", options => options.TimeProvider = null! },
    };

    [Theory, MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void A_value_out_of_range_is_refused_by_name(string name, Action<RedisCacheOptions> change)
    {
        var options = new RedisCacheOptions("redis://localhost");
        change(options);

        Should.Throw<ArgumentException>(() => new RedisCache(options)).Message.ShouldContain($"RedisCacheOptions.{name}");
    }

    [Fact]
    public void A_missing_CA_bundle_is_refused_when_the_cache_is_made()
    {
        var options = new RedisCacheOptions("rediss://localhost") { CaBundlePath = "/nowhere/ca.pem" };

        Should.Throw<ArgumentException>(() => new RedisCache(options)).Message.ShouldContain("CaBundlePath");
    }

    [Fact]
    public void A_CA_bundle_without_certificates_is_refused_when_the_cache_is_made()
    {
        var path = Path.GetTempFileName();
        try
        {
            var options = new RedisCacheOptions("rediss://localhost") { CaBundlePath = path };

            Should.Throw<ArgumentException>(() => new RedisCache(options)).Message.ShouldContain("no certificate");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_Uri_is_taken_as_it_was_written() =>
        new RedisCacheOptions(new Uri("redis://:p%40ss@host")).Url.ShouldBe("redis://:p%40ss@host");

    [Fact]
    public void The_namespace_of_the_options_goes_before_the_one_of_the_URL()
    {
        using var cache = new RedisCache(new RedisCacheOptions("redis://host?namespace=url") { Namespace = "options" });

        cache.ToString().ShouldBe("RedisCache(redis://host:6379/0, namespace options)");
    }
}
