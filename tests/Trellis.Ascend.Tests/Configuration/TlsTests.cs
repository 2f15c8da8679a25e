namespace Trellis.Ascend.Tests.Configuration;

public sealed class TlsTests
{
    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST:8787/base")]
    [InlineData("http://127.0.0.1:8787")]
    [InlineData("http://[::1]:8787")]
    [InlineData("https://anything.example")]
    public void An_address_of_this_machine_or_with_TLS_is_taken(string url) => Create(url).Dispose();

    [Theory]
    [InlineData("http://localhost.evil.com")]
    [InlineData("http://127.0.0.1.nip.io")]
    [InlineData("http://127.0.0.2")]
    [InlineData("http://localhost@evil.com")]
    [InlineData("http://evil.com/localhost")]
    [InlineData("http://evil.com#localhost")]
    [InlineData("http://0.0.0.0")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///etc/passwd")]
    public void Any_other_address_is_refused_before_any_request(string url)
    {
        var error = Should.Throw<AscendConfigurationException>(() => Create(url));
        error.ErrorCode.ShouldBe("CONFIG_ERROR");
    }

    [Fact]
    public void The_message_says_that_TLS_is_required() =>
        Should.Throw<AscendConfigurationException>(() => Create("http://example.com")).Message.ShouldContain("TLS is required for non-localhost");

    [Fact]
    public void Certificate_checks_cannot_be_turned_off() =>
        Should.Throw<AscendConfigurationException>(() => new AscendClient(new AscendClientOptions { ApiKey = "k", VerifyTls = false })).Message.ShouldContain("VerifyTls");

    private static AscendClient Create(string url) => new(new AscendClientOptions { ApiKey = "k", BaseUrl = new Uri(url) });
}
