namespace Trellis.Server.Tests.Configuration;

public sealed class ListenUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8787")]
    [InlineData("http://127.8.9.10:0")]
    [InlineData("http://[::1]:8787")]
    [InlineData("http://localhost:8787")]
    [InlineData("HTTP://LOCALHOST:8787/")]
    public void These_reach_this_machine_alone(string url) => ListenUrl.Parse(url).IsLoopback.ShouldBeTrue();

    [Theory]
    [InlineData("http://0.0.0.0:8787")]
    [InlineData("http://0:8787")]
    [InlineData("http://[::]:8787")]
    [InlineData("http://*:8787")]
    [InlineData("http://+:8787")]
    [InlineData("http://192.168.1.5:8787")]
    [InlineData("http://example.com:8787")]
    [InlineData("http://localhost.example.com:8787")]
    [InlineData("http://127.0.0.1.example.com:8787")]
    public void These_reach_other_machines(string url)
    {
        ListenUrl.Parse(url).IsLoopback.ShouldBeFalse();
        Should.Throw<ServerStartException>(() => ListenUrls.Parse(new() { Urls = [url] })).Message.ShouldContain(url);
    }

    [Fact]
    public void One_exposed_address_among_others_is_enough_to_refuse() =>
        Should.Throw<ServerStartException>(() => ListenUrls.Parse(new() { Urls = ["http://127.0.0.1:1", "http://*:2"] })).Message.ShouldContain("*:2");

    [Fact]
    public void Https_may_reach_other_machines() => ListenUrls.Parse(new() { Urls = ["https://0.0.0.0:8443"] }).Count.ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:8787")]
    [InlineData("ftp://127.0.0.1:8787")]
    [InlineData("http://unix:/tmp/socket")]
    [InlineData("http://127.0.0.1:8787/base")]
    [InlineData("http://127.0.0.1:65536")]
    [InlineData("http://")]
    public void These_are_not_addresses_to_listen_on(string url) =>
        Should.Throw<ServerStartException>(() => ListenUrl.Parse(url)).Failure.ShouldBe(ServerStartFailure.Configuration);
}
