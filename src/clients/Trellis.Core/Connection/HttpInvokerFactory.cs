using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Trellis;

/// <summary>Makes the HTTP stack of a client that was not given one.</summary>
internal static class HttpInvokerFactory
{
    // Connections are renewed now and then, so that a change in the name system is noticed.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A bare invoker: what <see cref="HttpClient"/> adds, buffering and a timeout of its own, the pipeline does better.</summary>
    public static HttpMessageInvoker Create(ClientOptions options) => new(CreatePipeline(options), disposeHandler: true);

    /// <summary>The handler, and before it what follows redirects where the options want that.</summary>
    public static HttpMessageHandler CreatePipeline(ClientOptions options) =>
        options.FollowsRedirects ? new RedirectHandler(CreateHandler(options)) : CreateHandler(options);

    public static SocketsHttpHandler CreateHandler(ClientOptions options) => new()
    {
        // A redirect would carry the credential to wherever it points.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,

        // Whoever leaves a body unread has given up on it; and only a connection that closes at once ends a synchronous read in time.
        ResponseDrainTimeout = TimeSpan.Zero,

        // The credential identifies the caller; a cookie would make one call depend on another.
        UseCookies = false,
        SslOptions = CreateTlsOptions(options),
    };

    private static SslClientAuthenticationOptions CreateTlsOptions(ClientOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.CaBundlePath is { } path)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(LoadAuthorities(path));
        }
        else if (!options.VerifyTls)
        {
            tls.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }

        return tls;
    }

    private static X509Certificate2Collection LoadAuthorities(string path)
    {
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path)
            : File.Exists(path) ? [path]
            : throw new ArgumentException($"{nameof(ClientOptions.CaBundlePath)}: there is no file or folder '{path}'.");
        var authorities = new X509Certificate2Collection();
        foreach (var file in files)
        {
            Import(file, authorities);
        }

        return authorities.Count > 0
            ? authorities
            : throw new ArgumentException($"{nameof(ClientOptions.CaBundlePath)}: '{path}' holds no certificate in PEM form.");
    }

    private static void Import(string file, X509Certificate2Collection authorities)
    {
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (CryptographicException exception)
        {
            throw new ArgumentException($"{nameof(ClientOptions.CaBundlePath)}: '{file}' holds a certificate that cannot be read.", exception);
        }
    }
}
