namespace Trellis;

/// <summary>How far an attempt came before it failed.</summary>
internal enum FailureKind
{
    /// <summary>No connection: name resolution, refusal, TLS handshake.</summary>
    Connect,

    /// <summary>One of the clocks ran out; <see cref="ApiFailure.Timeout"/> names it.</summary>
    Timeout,

    /// <summary>The exchange broke off after the connection stood.</summary>
    Transport,

    /// <summary>A response arrived whose status is an error.</summary>
    Status,

    /// <summary>A successful response arrived whose body is not what the protocol speaks, such as text that is not JSON.</summary>
    Content,

    /// <summary>Nothing was sent: so many attempts have failed lately that the circuit breaker refuses more.</summary>
    CircuitOpen,

    /// <summary>A successful response arrived whose body is JSON of another shape than the operation declares.</summary>
    Schema,

    /// <summary>An interceptor ended the call; <see cref="ApiFailure.Cause"/> is the exception that the caller is to see.</summary>
    Intercepted,

    /// <summary>An error response arrived that an interceptor took away without giving another.</summary>
    Dropped,
}
