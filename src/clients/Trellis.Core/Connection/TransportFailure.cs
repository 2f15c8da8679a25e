using System.Net.Sockets;

namespace Trellis;

/// <summary>Tells from an exception of the HTTP stack how far the exchange came.</summary>
internal static class TransportFailure
{
    /// <summary>Whether the exception is the network's doing, and so becomes a failure rather than passing through.</summary>
    public static bool Covers(Exception exception) => exception is HttpRequestException or IOException or InvalidDataException or SocketException;

    public static ApiFailure From(Exception exception) => new() { Kind = KindOf(exception), Cause = exception };

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } => FailureKind.Connect,

        // Handlers of a caller's own need not fill in HttpRequestError.
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } } => FailureKind.Connect,

        _ => FailureKind.Transport,
    };
}
