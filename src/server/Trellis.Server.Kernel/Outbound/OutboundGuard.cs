using System.Net;
using System.Net.Sockets;

namespace Trellis.Server.Kernel.Outbound;

/// <summary>
/// Keeps requests to addresses that callers choose away from the inside of the network (server-side request forgery). What an address
/// resolves to is checked when the connection is made, and the connection goes to the very address that was checked, so that a name
/// which changes in between gains nothing. Safe for concurrent use.
/// </summary>
public sealed class OutboundGuard
{
    private readonly OutboundPolicy _policy;
    private readonly IHostResolver _resolver;

    /// <summary>Creates a guard.</summary>
    /// <param name="policy">Where requests may go.</param>
    public OutboundGuard(OutboundPolicy policy)
        : this(policy, new SystemHostResolver())
    {
    }

    internal OutboundGuard(OutboundPolicy policy, IHostResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
        _resolver = resolver;
    }

    /// <summary>Looks at an address when a caller names it, without resolving its host.</summary>
    /// <param name="url">The address; may be anything.</param>
    /// <returns>
    /// Why it is refused; continues a sentence that the address begins, without a full stop. Null when it may be tried.
    /// </returns>
    public string? Refuse(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return "must be absolute and begin with https://";
        if (url.UserInfo.Length > 0)
            return "must not hold a user name or password";
        if (url.Fragment.Length > 0)
            return "must not have a fragment";

        var isLoopback = IsLoopbackName(url);
        if ((isLoopback && _policy.AllowLoopback) || (Literal(url) is { } literal && IsListed(literal)))
            return null;
        if (url.Scheme != Uri.UriSchemeHttps)
            return "must begin with https://";
        if (isLoopback || (Literal(url) is { } address && !AddressRange.IsPublic(address)))
            return "must lead to a public address";
        return null;
    }

    /// <summary>
    /// Makes a handler whose connections go where the policy allows and nowhere else: no redirects, no proxy of the environment, no
    /// cookies. The caller disposes it.
    /// </summary>
    /// <param name="connectTimeout">How long a connection may take, in the system's time.</param>
    /// <remarks>A refusal reaches the caller as <see cref="HttpRequestException"/> around <see cref="OutboundRefusedException"/>.</remarks>
    public SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = ConnectAsync,
    };

    private static bool IsLoopbackName(Uri url) =>
        Literal(url) is { } address
            ? AddressRange.IsLoopback(address)
            : url.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || url.IdnHost.Equals("localhost.", StringComparison.OrdinalIgnoreCase)
                || url.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    // Uri has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into 127.0.0.1.
    private static IPAddress? Literal(Uri url) =>
        url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(url.IdnHost, out var address) ? address : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (context.InitialRequestMessage.RequestUri is not { } url || Refuse(url) is not null)
            throw new OutboundRefusedException($"A request to '{context.DnsEndPoint.Host}' is refused.");

        var addresses = await ResolveAsync(context.DnsEndPoint.Host, url.Scheme == Uri.UriSchemeHttp, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One inner address among public ones is refused too: it is either an attack or a split network that nobody should depend on.
    private async Task<IPAddress[]> ResolveAsync(string host, bool isPlain, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolver.ResolveAsync(host, cancellationToken);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);

        return Array.TrueForAll(addresses, address => IsAllowed(address, isPlain))
            ? addresses
            : throw new OutboundRefusedException($"The host '{host}' does not lead to a public address.");
    }

    private bool IsAllowed(IPAddress address, bool isPlain) =>
        (_policy.AllowLoopback && AddressRange.IsLoopback(address)) || IsListed(address) || (!isPlain && AddressRange.IsPublic(address));

    private bool IsListed(IPAddress address) =>
        _policy.AllowedAddresses?.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) is true;
}
