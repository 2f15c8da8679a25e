using System.Net;
using System.Net.Sockets;

namespace Trellis.TestInfrastructure;

/// <summary>Picks a port for a server that cannot pick one itself.</summary>
internal static class FreePort
{
    /// <summary>A loopback port that nobody listened on a moment ago.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
