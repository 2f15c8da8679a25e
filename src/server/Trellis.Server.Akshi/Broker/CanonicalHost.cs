using System.Net;

namespace Trellis.Server.Akshi.Broker;

/// <summary>Hosts in one form, so that an address which is written in another way is not taken for another host.</summary>
internal static class CanonicalHost
{
    /// <summary>The host of an address.</summary>
    public static string Of(Uri url) => Of(url.IdnHost);

    /// <summary>A host name in lower case without the closing dot; an address in its short form, an IPv4 one inside an IPv6 one as IPv4.</summary>
    public static string Of(string host)
    {
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return host.TrimEnd('.').ToLowerInvariant();

        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
