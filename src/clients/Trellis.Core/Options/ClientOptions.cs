using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trellis;

/// <summary>
/// What every client can be told. A client checks and copies its options when it is built; changing them afterwards has no effect.
/// Not safe for concurrent use.
/// </summary>
public abstract class ClientOptions
{
    private protected ClientOptions(Uri baseUrl, string userAgent) => (BaseUrl, UserAgent) = (baseUrl, userAgent);

    /// <summary>The address of the API; the paths of the operations are appended to it, to its own path too. It has no query.</summary>
    /// <value>The platform's public address.</value>
    public Uri BaseUrl { get; set; }

    /// <summary>Where the credential comes from. A text converts implicitly.</summary>
    /// <value><see langword="null"/>: building the client fails.</value>
    public TokenSource? Token { get; set; }

    /// <summary>How long opening a connection may take. Has no effect on a caller's own <see cref="HttpClient"/>.</summary>
    /// <value>15 seconds. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operating system.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one request and the reading of its response may take.</summary>
    /// <value>30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole call may take, retries and the waits between them included.</summary>
    /// <value><see cref="Timeout.InfiniteTimeSpan"/>: no limit.</value>
    public TimeSpan TotalTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long a stream that is read as it arrives may be silent. Has no effect on other calls.</summary>
    /// <value><see cref="Timeout.InfiniteTimeSpan"/>: no limit.</value>
    public TimeSpan StreamIdleTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many requests one call may make at the most, the first included. Values below 1 mean 1.</summary>
    /// <value>3.</value>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Whether server certificates are checked. Turning it off gives the token to whoever answers.</summary>
    /// <value><see langword="true"/>.</value>
    public bool VerifyTls { get; set; } = true;

    /// <summary>
    /// A PEM file, or a folder of them, whose certificate authorities are trusted instead of the system's. While it is set, certificates
    /// are checked whatever <see cref="VerifyTls"/> says.
    /// </summary>
    /// <value><see langword="null"/>: the system's.</value>
    public string? CaBundlePath { get; set; }

    /// <summary>
    /// Whether HTTP/2 is offered. Over plain <c>http</c>, and in the synchronous methods, the client always speaks HTTP/1.1.
    /// </summary>
    /// <value><see langword="true"/>.</value>
    public bool Http2 { get; set; } = true;

    /// <summary>The largest response body that is read, in bytes; a larger one fails the call.</summary>
    /// <value>64 MiB.</value>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The <c>User-Agent</c> header. Has no effect on a caller's own <see cref="HttpClient"/>.</summary>
    public string UserAgent { get; set; }

    /// <summary>Where answers are kept for calls that ask for it with a time to live. Its failures never fail a call.</summary>
    /// <value><see langword="null"/>: a cache of the client's own, in memory, of 1,024 entries.</value>
    public IDistributedCache? Cache { get; set; }

    /// <summary>Callbacks that watch the calls.</summary>
    public ClientHooks Hooks { get; set; } = new();

    /// <summary>
    /// Whether a response with a field that this version does not know fails the call. Meant for tests of a server; in production an
    /// unknown field is kept and the call succeeds.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool StrictResponses { get; set; }

    /// <summary>Where log messages go.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>The clock of every wait and timeout.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Uniform random numbers in [0, 1), for the jitter of waits. Must be safe for concurrent use.</summary>
    internal Func<double> Randomness { get; set; } = Random.Shared.NextDouble;

    /// <summary>Whether the client's own HTTP stack follows redirects, as far as they stay on the server.</summary>
    internal bool FollowsRedirects { get; set; }

    /// <summary>The address and nothing that could be secret.</summary>
    public override string ToString() => $"{GetType().Name} {{ BaseUrl = {BaseUrl} }}";

    /// <summary>Refuses values with which no call could work.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message says which and why.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(BaseUrl);
        if (!BaseUrl.IsAbsoluteUri || BaseUrl.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"{nameof(BaseUrl)} must be an absolute http or https address, but is '{BaseUrl}'.");
        }

        if (BaseUrl.UserInfo.Length > 0)
        {
            throw new ArgumentException($"{nameof(BaseUrl)} must not carry a user name or password.");
        }

        if (BaseUrl.Query.Length > 0 || BaseUrl.Fragment.Length > 0)
        {
            throw new ArgumentException($"{nameof(BaseUrl)} must have no query and no fragment, since paths are appended to it.");
        }

        ValidateTimeout(ConnectTimeout, nameof(ConnectTimeout));
        ValidateTimeout(AttemptTimeout, nameof(AttemptTimeout));
        ValidateTimeout(TotalTimeout, nameof(TotalTimeout));
        ValidateTimeout(StreamIdleTimeout, nameof(StreamIdleTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxResponseBytes);
        ArgumentNullException.ThrowIfNull(UserAgent);
        ArgumentNullException.ThrowIfNull(Hooks);
        ArgumentNullException.ThrowIfNull(LoggerFactory);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }

    private static void ValidateTimeout(TimeSpan value, string name)
    {
        // The most that every one of .NET's timers takes.
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
        {
            throw new ArgumentException(
                $"{name} must be positive and at most {int.MaxValue} milliseconds, or Timeout.InfiniteTimeSpan for no limit, but is {value}.");
        }
    }
}
