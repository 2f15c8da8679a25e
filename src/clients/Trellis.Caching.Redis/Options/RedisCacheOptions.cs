using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Trellis.Caching.Redis.Options;

namespace Trellis.Caching.Redis;

/// <summary>
/// How a <see cref="RedisCache"/> reaches its server. Validated and copied when the cache is made: changes after that have no effect.
/// </summary>
public sealed class RedisCacheOptions
{
    /// <summary>Makes options whose <see cref="Url"/> is still to be set.</summary>
    public RedisCacheOptions()
    {
    }

    /// <summary>Makes options for the server at <paramref name="url"/>, in the form of <see cref="Url"/>.</summary>
    public RedisCacheOptions(string url) => Url = url;

    /// <summary>Makes options for the server at <paramref name="url"/>, in the form of <see cref="Url"/>.</summary>
    public RedisCacheOptions(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url.OriginalString;
    }

    /// <summary>
    /// The server: <c>redis://[[user]:password@]host[:port][/database][?namespace=…&amp;protocol=2|3]</c>, or <c>rediss://</c> for TLS.
    /// User, password and namespace are percent-decoded; an IPv6 address stands in brackets.
    /// </summary>
    /// <value>Required. The port is 6379 by default, the database 0, the protocol RESP2.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Url { get; set; }

    /// <summary>
    /// What the cache's keys begin with in Redis, followed by one colon; colons at its end are collapsed to one. Without it the keys
    /// are stored as they are, and <see cref="RedisCache.Clear"/> is refused. Goes before the URL's own.
    /// </summary>
    /// <value>Default: null, the namespace of the URL if it has one.</value>
    public string? Namespace { get; set; }

    /// <summary>
    /// How long the opening of a connection may take: address, TCP, TLS and log-in together. A synchronous call cannot limit the look-up
    /// of the host's address, which takes as long as the system's resolver does.
    /// </summary>
    /// <value>Default: 2 seconds. <see cref="Timeout.InfiniteTimeSpan"/> leaves <see cref="OperationTimeout"/> alone to decide.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long one command may take in all: waiting for a free connection, opening one where needed, sending, and receiving.
    /// <see cref="RedisCache.Clear"/> and <see cref="RedisCache.RemoveByPrefix"/> send many commands; each has this time.
    /// </summary>
    /// <value>Default: 5 seconds. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long calls fail at once after the server was found to be down, before one of them tries to connect again.
    /// It doubles with each failed attempt, up to <see cref="MaxReconnectDelay"/>.
    /// </summary>
    /// <value>Default: 250 milliseconds. Zero lets every call try.</value>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two attempts to connect.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections the cache opens at most. One connection serves one command at a time.</summary>
    /// <value>Default: 16; at least 1.</value>
    public int MaxConnections { get; set; } = 16;

    /// <summary>The largest value that is stored or accepted, in bytes: a server cannot make the cache claim more memory per call.</summary>
    /// <value>Default: 64 MiB; at least 1 MiB, at most 512 MiB, which is Redis's own limit.</value>
    public int MaxValueBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// A PEM file with the certificates of the authorities to trust for <c>rediss://</c>, instead of the system's. Read when the cache is made.
    /// </summary>
    /// <value>Default: null, the system's authorities.</value>
    public string? CaBundlePath { get; set; }

    /// <summary>Decides whether the server's certificate is accepted, after the framework's own checks, whose result it is given.</summary>
    /// <value>Default: null, a certificate with any error is refused.</value>
    public RemoteCertificateValidationCallback? ServerCertificateValidation { get; set; }

    /// <summary>The certificate this cache shows to a server that asks for one (Redis's <c>tls-auth-clients</c>). The caller disposes it.</summary>
    /// <value>Default: null.</value>
    [JsonIgnore]
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>The clock for expirations, timeouts and reconnects. Blocking waits take their length from it and pass in real time.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the cache logs outages and recoveries, in the category of <see cref="RedisCache"/>.</summary>
    /// <value>Default: null, nothing is logged; <c>AddTrellisRedisCache</c> fills in the container's.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The server and the namespace, without user or password.</summary>
    public override string ToString()
    {
        var server = RedisUrl.TryParse(Url, out var url, out _) ? url.ToString() : "no valid URL";
        return $"{nameof(RedisCacheOptions)}({server}, namespace {Namespace ?? url?.Namespace ?? "none"})";
    }
}
