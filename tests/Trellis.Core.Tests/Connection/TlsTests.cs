using System.Net;
using Microsoft.AspNetCore.Http;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [BothForms]
    public async Task A_certificate_of_an_unknown_authority_is_no_connection(Form form)
    {
        await using var server = await StartAsync();
        using var client = new LoopbackClient(server.Url);
        (await client.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [BothForms]
    public async Task A_CA_bundle_may_be_a_file(Form form)
    {
        await using var server = await StartAsync();
        using var client = new LoopbackClient(server.Url, options => options.CaBundlePath = _authority.CertificatePath);
        await client.CallAsync(form);
    }

    [Theory]
    [BothForms]
    public async Task A_CA_bundle_may_be_a_folder_with_other_things_in_it(Form form)
    {
        await File.WriteAllTextAsync(Path.Combine(_authority.Folder, "README"), "not a certificate");
        File.Move(_authority.CertificatePath, Path.Combine(_authority.Folder, "5ed36f99.0"));
        await using var server = await StartAsync();
        using var client = new LoopbackClient(server.Url, options => options.CaBundlePath = _authority.Folder);
        await client.CallAsync(form);
    }

    [Fact]
    public async Task A_CA_bundle_replaces_the_authorities_and_not_the_other_checks()
    {
        await using var server = await StartAsync(host: "elsewhere.test");
        using var client = new LoopbackClient(server.Url, options => options.CaBundlePath = _authority.CertificatePath);
        (await client.FailAsync(Form.Asynchronous)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Fact]
    public async Task Another_authoritys_bundle_is_no_help()
    {
        using var other = new TestAuthority();
        await using var server = await StartAsync();
        using var client = new LoopbackClient(server.Url, options => options.CaBundlePath = other.CertificatePath);
        (await client.FailAsync(Form.Asynchronous)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [BothForms]
    public async Task Without_verification_any_certificate_will_do(Form form)
    {
        await using var server = await StartAsync(host: "elsewhere.test");
        using var client = new LoopbackClient(server.Url, options => options.VerifyTls = false);
        await client.CallAsync(form);
    }

    [Fact]
    public async Task A_CA_bundle_wins_over_verification_turned_off()
    {
        using var other = new TestAuthority();
        await using var server = await StartAsync();
        using var client = new LoopbackClient(
            server.Url, options => (options.VerifyTls, options.CaBundlePath) = (false, other.CertificatePath));
        (await client.FailAsync(Form.Asynchronous)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task A_CA_bundle_without_a_readable_certificate_is_refused_and_named(string content)
    {
        await File.WriteAllTextAsync(_authority.CertificatePath, content);
        Should.Throw<ArgumentException>(() => new LoopbackClient(
                new Uri("https://127.0.0.1"), options => options.CaBundlePath = _authority.CertificatePath))
            .Message.ShouldContain(_authority.CertificatePath);
    }

    [Fact]
    public async Task Plain_HTTP_on_the_TLS_port_is_no_connection()
    {
        using var server = new RawServer((stream, _) => stream.Write("HTTP/1.1 400 Bad Request\r\n\r\n"u8));
        using var client = new LoopbackClient(new UriBuilder(server.Url) { Scheme = "https" }.Uri);
        (await client.FailAsync(Form.Asynchronous)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [InlineData(Form.Asynchronous, true, "HTTP/2")]
    [InlineData(Form.Asynchronous, false, "HTTP/1.1")]
    [InlineData(Form.Synchronous, true, "HTTP/1.1")]
    [InlineData(Form.Synchronous, false, "HTTP/1.1")]
    public async Task The_protocol_is_negotiated(Form form, bool http2, string expected)
    {
        await using var server = await StartAsync();
        using var client = new LoopbackClient(server.Url, options => (options.Http2, options.CaBundlePath) = (http2, _authority.CertificatePath));
        (await client.CallAsync(form)).Text.ShouldBe(expected);
    }

    [Theory]
    [BothForms]
    public async Task Without_TLS_it_is_HTTP_1(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(TellProtocol);
        using var client = new LoopbackClient(server.Url);
        (await client.CallAsync(form)).Text.ShouldBe("HTTP/1.1");
    }

    [Theory]
    [InlineData(Form.Asynchronous, "HTTP/2")]
    [InlineData(Form.Synchronous, "HTTP/1.1")]
    public async Task A_callers_client_says_which_protocol_it_prefers(Form form, string expected)
    {
        await using var server = await StartAsync();
        using var handler = HttpInvokerFactory.CreateHandler(new LoopbackClientOptions { CaBundlePath = _authority.CertificatePath });
        using var http = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20 };
        using var client = new LoopbackClient(server.Url, invoker: http);
        (await client.CallAsync(form)).Text.ShouldBe(expected);
    }

    private static Task TellProtocol(HttpContext context) => LoopbackServer.ReplyAsync(context, context.Request.Protocol);

    private Task<LoopbackServer> StartAsync(string? host = null) => LoopbackServer.StartAsync(TellProtocol, _authority.Issue(host));
}
