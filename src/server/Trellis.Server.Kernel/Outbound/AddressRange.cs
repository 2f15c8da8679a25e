using System.Net;
using System.Net.Sockets;

namespace Trellis.Server.Kernel.Outbound;

/// <summary>The addresses that the IANA special-purpose registries give no public service, and those that only carry another address.</summary>
internal static class AddressRange
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry, and the multicast and reserved blocks.
    private static readonly IPNetwork[] SpecialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network; Linux connects 0.0.0.0 to itself
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), // link-local, and the metadata services of clouds
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Everything public lies here: IPv4-mapped, NAT64, unique local, link-local, site-local and multicast addresses do not.
    private static readonly IPNetwork GlobalUnicastV6 = IPNetwork.Parse("2000::/3");

    // https://www.iana.org/assignments/iana-ipv6-special-registry, as far as it lies in the range above.
    private static readonly IPNetwork[] SpecialV6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments, with Teredo, which carries an IPv4 address
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"), // 6to4, which carries an IPv4 address
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork LoopbackV4 = IPNetwork.Parse("127.0.0.0/8");

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address) => address switch
    {
        // IPNetwork looks at the IPv4 address inside, and finds it in ranges of IPv6 too.
        { IsIPv4MappedToIPv6: true } => false,
        { AddressFamily: AddressFamily.InterNetwork } => !Array.Exists(SpecialV4, range => range.Contains(address)),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            GlobalUnicastV6.Contains(address) && !Array.Exists(SpecialV6, range => range.Contains(address)),
        _ => false,
    };

    /// <summary>Whether an address is this machine's own. The IPv4-mapped form is not taken for it.</summary>
    public static bool IsLoopback(IPAddress address) =>
        !address.IsIPv4MappedToIPv6 && (address.Equals(IPAddress.IPv6Loopback) || LoopbackV4.Contains(address));
}
