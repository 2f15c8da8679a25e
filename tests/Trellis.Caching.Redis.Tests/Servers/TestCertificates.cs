using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>An authority made for one test, and a server certificate for the loopback address, as PEM files.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("trellis-tls-").FullName;
    private readonly X509Certificate2 _authority;

    public TestCertificates()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Trellis test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(AuthorityPath, _authority.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Issue("CN=127.0.0.1", key, now);
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    public string AuthorityPath => Path.Combine(_directory, "ca.pem");

    public string CertificatePath => Path.Combine(_directory, "server.pem");

    public string KeyPath => Path.Combine(_directory, "server.key");

    /// <summary>A certificate of the same authority, for a client.</summary>
    public X509Certificate2 IssueForClient()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Issue("CN=client", key, TimeProvider.System.GetUtcNow());
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>Starts a server that speaks TLS on <paramref name="port"/>.</summary>
    public Task<RedisServer> StartServerAsync(int port, bool asksForClientCertificate = false) => RedisServer.StartAsync(
        "--tls-port", $"{port}", "--tls-cert-file", CertificatePath, "--tls-key-file", KeyPath,
        "--tls-ca-cert-file", AuthorityPath, "--tls-auth-clients", asksForClientCertificate ? "yes" : "no");

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private X509Certificate2 Issue(string subject, ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(_authority, now.AddHours(-1), now.AddHours(1), RandomNumberGenerator.GetBytes(8));
    }
}
