namespace Trellis.Caching.Redis;

/// <summary>Why a cache operation failed.</summary>
public enum RedisCacheFailure
{
    /// <summary>The server could not be reached, or closed the connection.</summary>
    Connection,

    /// <summary>TLS could not be agreed on, or the server's certificate is not trusted.</summary>
    Tls,

    /// <summary>The server refused the user name or the password, or asks for them and the URL has none.</summary>
    Authentication,

    /// <summary>
    /// <see cref="RedisCacheOptions.ConnectTimeout"/> or <see cref="RedisCacheOptions.OperationTimeout"/> passed. The server may
    /// still have done what was asked.
    /// </summary>
    Timeout,

    /// <summary>The server answered the command with an error.</summary>
    Server,

    /// <summary>What the server sent is not Redis's protocol, or is larger than <see cref="RedisCacheOptions.MaxValueBytes"/> allows.</summary>
    Protocol,
}
