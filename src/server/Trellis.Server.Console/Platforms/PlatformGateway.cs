using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Sessions;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Console.Platforms;

/// <summary>Makes the clients of the platforms, one for each request of a browser.</summary>
internal sealed class PlatformGateway(InProcessServer server)
{
    /// <summary>The client for whoever has signed in.</summary>
    public PlatformClient For(Session session, HttpContext context) => new(server, session.Operator, context.Connection.RemoteIpAddress, context.RequestAborted);
}
