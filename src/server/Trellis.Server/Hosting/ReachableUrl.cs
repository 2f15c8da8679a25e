using System.Net;

namespace Trellis.Server;

/// <summary>Turns an address to listen on into one to connect to.</summary>
internal static class ReachableUrl
{
    public static Uri Of(Uri listening) =>
        IPAddress.TryParse(listening.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(listening) { Host = IPAddress.Loopback.ToString() }.Uri
            : listening;
}
