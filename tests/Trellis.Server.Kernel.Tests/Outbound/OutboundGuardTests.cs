using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Kernel.Tests.Outbound;

public sealed class OutboundGuardTests
{
    private readonly OutboundGuard _strict = new(new OutboundPolicy());
    private readonly OutboundGuard _development = new(new OutboundPolicy(AllowLoopback: true));

    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("https://example.com:8443/hook?key=1")]
    [InlineData("https://8.8.8.8/hook")]
    [InlineData("https://[2606:4700:4700::1111]/hook")]
    [InlineData("https://localhost.example.com/hook")]
    public void Public_addresses_by_https_may_be_tried(string url) => _strict.Refuse(new Uri(url)).ShouldBeNull();

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("ftp://example.com/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hook")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com/#fragment")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST/")]
    [InlineData("https://localhost./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("http://localhost:9000/")]
    [InlineData("http://127.0.0.1:9000/")]
    public void Anything_else_is_refused_when_it_is_named(string url) =>
        _strict.Refuse(new Uri(url, UriKind.RelativeOrAbsolute)).ShouldNotBeNull();

    [Theory]
    [InlineData("http://localhost:9000/")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("https://127.0.0.1:9000/")]
    [InlineData("http://[::1]:9000/")]
    public void In_development_this_machine_may_be_called(string url) => _development.Refuse(new Uri(url)).ShouldBeNull();

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://user@localhost/")]
    public void In_development_nothing_else_is_open(string url) => _development.Refuse(new Uri(url)).ShouldNotBeNull();
}
