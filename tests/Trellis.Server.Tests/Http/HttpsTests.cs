using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Tests.Http;

public sealed class HttpsTests
{
    [Fact]
    public async Task A_certificate_and_its_key_open_https_with_HTTP_2()
    {
        using var files = new TemporaryDirectory();
        await using var server = await TrellisServer.StartAsync(
            new() { Urls = ["https://127.0.0.1:0"], Configuration = await CertifyAsync(files) }, TestContext.Current.CancellationToken);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = static (_, _, _, _) => true };
        using var client = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20 };

        var response = await client.GetAsync(server.Url, TestContext.Current.CancellationToken);
        server.Url.Scheme.ShouldBe("https");
        response.Version.ShouldBe(HttpVersion.Version20);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Https_without_a_certificate_is_refused_with_the_name_of_the_setting()
    {
        var refusal = await Should.ThrowAsync<ServerStartException>(
            () => TrellisServer.StartAsync(new() { Urls = ["https://127.0.0.1:0"] }, TestContext.Current.CancellationToken));
        refusal.Failure.ShouldBe(ServerStartFailure.Configuration);
        refusal.Message.ShouldContain("tls.certificate");
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_refused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("tls:certificate", "/nowhere/server.pem")]).Build();
        var refusal = await Should.ThrowAsync<ServerStartException>(() => TrellisServer.StartAsync(
            new() { Urls = ["https://127.0.0.1:0"], Configuration = configuration }, TestContext.Current.CancellationToken));
        refusal.Failure.ShouldBe(ServerStartFailure.Configuration);
    }

    private static async Task<IConfiguration> CertifyAsync(TemporaryDirectory files)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(files.File("server.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(files.File("server.key"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        return new ConfigurationBuilder()
            .AddInMemoryCollection([new("tls:certificate", files.File("server.pem")), new("tls:key", files.File("server.key"))])
            .Build();
    }
}
