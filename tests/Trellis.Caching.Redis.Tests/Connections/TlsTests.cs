using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _certificates = new();
    private readonly int _port = RedisServer.FreePort();

    public void Dispose() => _certificates.Dispose();

    [Theory, BothWays]
    public async Task A_server_whose_authority_is_in_the_bundle_is_trusted(Calling calling)
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Open(options => options.CaBundlePath = _certificates.AuthorityPath);
        var value = new byte[300_000];
        new Random(2).NextBytes(value);

        await calling.SetAsync(cache, "k", value);

        (await calling.GetAsync(cache, "k")).ShouldBe(value);
    }

    [Theory, BothWays]
    public async Task A_server_of_an_unknown_authority_is_refused(Calling calling)
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Open();

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Tls);
        error.Message.ShouldContain("CaBundlePath");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Open(options =>
        {
            options.Url = $"rediss://localhost:{_port}";
            options.CaBundlePath = _certificates.AuthorityPath;
        });

        Should.Throw<RedisCacheException>(() => cache.Get("k")).Failure.ShouldBe(RedisCacheFailure.Tls);
    }

    [Fact]
    public async Task A_callback_can_accept_a_certificate()
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Open(options => options.ServerCertificateValidation = (_, certificate, _, _) => certificate!.Subject == "CN=127.0.0.1");

        cache.Get("k").ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_client_certificate_is_shown_to_a_server_that_asks_for_one(Calling calling)
    {
        await using var server = await _certificates.StartServerAsync(_port, asksForClientCertificate: true);
        using var certificate = _certificates.IssueForClient();
        using var cache = Open(options =>
        {
            options.CaBundlePath = _certificates.AuthorityPath;
            options.ClientCertificate = certificate;
        });

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_connection_over_TLS_serves_many_calls(Calling calling)
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Open(options => options.CaBundlePath = _certificates.AuthorityPath);
        for (var i = 0; i < 20; i++)
            await calling.GetAsync(cache, "k");

        (await server.AskAllAsync("INFO commandstats")).ShouldContain("cmdstat_ping:calls=1,");
    }

    [Theory, BothWays]
    public async Task TLS_on_a_port_that_does_not_speak_it_ends_with_the_connect_timeout(Calling calling)
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache($"rediss://127.0.0.1:{server.Port}", options => options.ConnectTimeout = TimeSpan.FromMilliseconds(200));

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBe(RedisCacheFailure.Timeout);
        error.Message.ShouldContain("scheme (rediss for TLS)");
    }

    [Theory, BothWays]
    public async Task A_plain_connection_to_a_TLS_port_is_no_protocol_of_ours(Calling calling)
    {
        await using var server = await _certificates.StartServerAsync(_port);
        using var cache = Patient.Cache($"redis://127.0.0.1:{_port}");

        var error = await Should.ThrowAsync<RedisCacheException>(() => calling.GetAsync(cache, "k"));

        error.Failure.ShouldBeOneOf(RedisCacheFailure.Protocol, RedisCacheFailure.Connection);
    }

    private RedisCache Open(Action<RedisCacheOptions>? configure = null) => Patient.Cache($"rediss://127.0.0.1:{_port}", configure);
}
