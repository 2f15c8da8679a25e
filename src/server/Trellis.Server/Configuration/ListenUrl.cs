using System.Net;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server;

/// <summary>One address that the server listens on: <c>http://127.0.0.1:8787</c>.</summary>
internal sealed class ListenUrl
{
    private ListenUrl(string text, bool isHttps, bool isLocalhost, IPAddress? address, int port)
    {
        Text = text;
        IsHttps = isHttps;
        IsLocalhost = isLocalhost;
        Address = address;
        Port = port;
    }

    public string Text { get; }

    public bool IsHttps { get; }

    /// <summary>Whether the host is <c>localhost</c>, which stands for 127.0.0.1 and ::1 together.</summary>
    public bool IsLocalhost { get; }

    /// <summary>The address of one interface; null for all of them, and for <see cref="IsLocalhost"/>.</summary>
    public IPAddress? Address { get; }

    /// <summary>The port; 0 lets the operating system choose.</summary>
    public int Port { get; }

    /// <summary>Whether only this machine can connect. Not so for a wildcard or a name: Kestrel binds both to every interface.</summary>
    public bool IsLoopback => IsLocalhost || (Address is not null && IPAddress.IsLoopback(Address));

    /// <exception cref="ServerStartException"><paramref name="text"/> is not an address that the server can listen on.</exception>
    public static ListenUrl Parse(string text)
    {
        var binding = Read(text);
        if (binding.IsUnixPipe || binding.IsNamedPipe)
            throw Refuse(text, "pipes and Unix sockets are not supported");
        if (binding.PathBase.Length > 0)
            throw Refuse(text, "it must end after the port");
        if (binding.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw Refuse(text, "its port is not one from 0 to 65535");

        var isHttps = binding.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        if (!isHttps && !binding.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
            throw Refuse(text, "its scheme is neither http nor https");

        var isLocalhost = binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        var address = IPAddress.TryParse(binding.Host, out var parsed) ? parsed : null;
        return new ListenUrl(text, isHttps, isLocalhost, address, binding.Port);
    }

    public override string ToString() => Text;

    private static BindingAddress Read(string text)
    {
        try
        {
            return BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            throw Refuse(text, "an address looks like http://127.0.0.1:8787");
        }
    }

    private static ServerStartException Refuse(string text, string reason) =>
        new(ServerStartFailure.Configuration, $"The server cannot listen on '{text}': {reason}.");
}
