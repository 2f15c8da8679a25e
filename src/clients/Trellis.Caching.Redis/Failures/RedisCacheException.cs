namespace Trellis.Caching.Redis;

/// <summary>
/// The cache could not do what was asked: the server cannot be reached, is too slow, or refused. The message says what happened,
/// at which server (host and port, never credentials) and what to do next. Values and keys are never part of it.
/// </summary>
public sealed class RedisCacheException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="failure">The kind of failure.</param>
    /// <param name="server">Host and port of the server.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public RedisCacheException(string message, RedisCacheFailure failure, string server, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Server = server;
    }

    /// <summary>The kind of failure.</summary>
    public RedisCacheFailure Failure { get; }

    /// <summary>Host and port of the server, as in <c>cache.example:6379</c>.</summary>
    public string Server { get; }

    /// <summary>
    /// The error code of the server, as in <c>OOM</c> or <c>WRONGTYPE</c>.
    /// </summary>
    /// <value>Null when the server did not answer with an error.</value>
    public string? ServerCode { get; init; }

    /// <summary>
    /// How long the cache refuses calls at once before it tries to connect again.
    /// </summary>
    /// <value>Null unless this call was refused without being tried, because the server is known to be down.</value>
    public TimeSpan? RetryAfter { get; init; }
}
