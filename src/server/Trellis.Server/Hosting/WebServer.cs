using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server;

/// <summary>Sets up Kestrel: addresses, limits and, for https, the certificate.</summary>
internal static class WebServer
{
    private const int MaxHeadersBytes = 32 * 1024;
    private const int MaxHeaderCount = 100;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(130);

    /// <exception cref="ServerStartException">An address asks for https and there is no certificate.</exception>
    public static void Configure(IWebHostBuilder host, TrellisServerOptions options, IReadOnlyList<ListenUrl> urls, IConfiguration tls)
    {
        if (urls.FirstOrDefault(static url => url.IsHttps) is { } secure && tls["certificate"] is null)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration,
                $"'{secure}' needs a certificate: name its file in tls.certificate of {DataFiles.Configuration}, and the file of its key in tls.key.");
        }

        host.UseKestrelCore();
        host.UseKestrelHttpsConfiguration();
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadersBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaderCount;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = KeepAliveTimeout;
            kestrel.Configure(CertificateSection(tls));
            foreach (var url in urls)
                Listen(kestrel, url);
        });
    }

    private static void Listen(KestrelServerOptions kestrel, ListenUrl url)
    {
        // Kestrel cannot give both loopback addresses the same free port.
        if (url is { IsLocalhost: true, Port: not 0 })
            kestrel.ListenLocalhost(url.Port, endpoint => Secure(endpoint, url));
        else if (url.IsLocalhost)
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => Secure(endpoint, url));
        else if (url.Address is { } address)
            kestrel.Listen(address, url.Port, endpoint => Secure(endpoint, url));
        else
            kestrel.ListenAnyIP(url.Port, endpoint => Secure(endpoint, url));
    }

    private static void Secure(ListenOptions endpoint, ListenUrl url)
    {
        // Without TLS there is no negotiation, and HTTP/2 without it serves no client of the platforms.
        endpoint.Protocols = url.IsHttps ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (url.IsHttps)
            endpoint.UseHttps();
    }

    // Kestrel's own loader knows what each platform wants of a certificate's key; it takes its values from configuration alone.
    private static IConfiguration CertificateSection(IConfiguration tls) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Certificates:Default:Path"] = tls["certificate"],
                ["Certificates:Default:KeyPath"] = tls["key"],
                ["Certificates:Default:Password"] = tls["password"],
            }.Where(static pair => pair.Value is not null))
            .Build();
}
