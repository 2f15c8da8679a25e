using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Trellis.Caching.Redis.Options;

/// <summary>The options of one cache, validated and no longer changing.</summary>
internal sealed class RedisSettings
{
    // A page of SCAN is one reply too: 500 keys of two kilobytes fit.
    private const int SmallestMaxValue = 1024 * 1024;
    private const int LargestMaxValue = 512 * 1024 * 1024;

    private RedisSettings(RedisUrl url, RedisCacheOptions options)
    {
        Url = url;
        Namespace = options.Namespace ?? url.Namespace;
        ConnectTimeout = Limit(options.ConnectTimeout, nameof(options.ConnectTimeout));
        OperationTimeout = Limit(options.OperationTimeout, nameof(options.OperationTimeout));
        ReconnectDelay = Delay(options.ReconnectDelay, nameof(options.ReconnectDelay));
        MaxReconnectDelay = Delay(options.MaxReconnectDelay, nameof(options.MaxReconnectDelay));
        MaxConnections = InRange(options.MaxConnections, 1, 10_000, nameof(options.MaxConnections));
        MaxValueBytes = InRange(options.MaxValueBytes, SmallestMaxValue, LargestMaxValue, nameof(options.MaxValueBytes));
        TimeProvider = options.TimeProvider ?? throw Invalid(nameof(options.TimeProvider), "is null");
        Tls = url.UsesTls ? TlsFor(url.Host, options) : null;
    }

    public RedisUrl Url { get; }

    public string? Namespace { get; }

    public TimeSpan ConnectTimeout { get; }

    public TimeSpan OperationTimeout { get; }

    public TimeSpan ReconnectDelay { get; }

    public TimeSpan MaxReconnectDelay { get; }

    public int MaxConnections { get; }

    public int MaxValueBytes { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>Null for a plain connection.</summary>
    public SslClientAuthenticationOptions? Tls { get; }

    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it.</exception>
    public static RedisSettings From(RedisCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RedisUrl.TryParse(options.Url, out var url, out var problem)
            ? new(url, options)
            : throw Invalid(nameof(options.Url), $"cannot be used: {problem}. Its form is {RedisUrl.Form}");
    }

    private static SslClientAuthenticationOptions TlsFor(string host, RedisCacheOptions options) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = options.ServerCertificateValidation,
        ClientCertificates = options.ClientCertificate is { } certificate ? [certificate] : null,
        CertificateChainPolicy = options.CaBundlePath is { } path ? TrustOnly(path) : null,
    };

    private static X509ChainPolicy TrustOnly(string path)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Invalid(nameof(RedisCacheOptions.CaBundlePath), $"cannot be used: {error.Message.TrimEnd('.')}", error);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Invalid(nameof(RedisCacheOptions.CaBundlePath), "holds no certificate in PEM form");
    }

    private static TimeSpan Limit(TimeSpan value, string name) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue)
            ? value
            : throw Invalid(name, "must be positive (at most 24 days) or Timeout.InfiniteTimeSpan");

    private static TimeSpan Delay(TimeSpan value, string name) =>
        value >= TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue ? value : throw Invalid(name, "must not be negative (at most 24 days)");

    private static int InRange(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw Invalid(name, $"must be from {least} to {most}");

    private static ArgumentException Invalid(string name, string problem, Exception? cause = null) =>
        new($"{nameof(RedisCacheOptions)}.{name} {problem}.", name, cause);
}
